using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>What the OpenAPI document says beside the operations themselves.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.CreateSchemaReferenceId = NameOf;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = Text.Of("api.title"), Version = "1", Description = Text.Of("api.description") };
            // Where it is reached is the reader's to know: the host may stand behind others.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var segments = (context.Description.RelativePath ?? "").Split('/');
            var tag = segments[0] == "api" && segments.Length > 1 ? segments[1] : segments[0];
            operation.Tags = new HashSet<OpenApiTagReference> { new(tag, context.Document) };
            operation.OperationId =
                $"{context.Description.HttpMethod?.ToLowerInvariant()}-{string.Join('-', segments.Select(s => s.Trim('{', '}')))}";
            operation.Responses ??= [];
            operation.Responses.TryAdd("default", new OpenApiResponse { Description = Text.Of("api.refusal") });
            return Task.CompletedTask;
        });
    });

    /// <summary>Writes the document of a host that does not run.</summary>
    public static async Task WriteAsync(WebApplication app, Stream output, CancellationToken cancellationToken)
    {
        // Starting would do this: until then the endpoints are known to the builder alone.
        app.UseEndpoints(_ => { });
        var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellationToken);
        await document.SerializeAsJsonAsync(output, OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }

    /// <summary>
    /// A record inside a use case is named with it, <c>ListCasesRow</c>: by its own name alone every use case's <c>Row</c> would be the same.
    /// </summary>
    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    private static string NameOf(Type type)
    {
        var own = (type.IsNested ? NameOf(type.DeclaringType!) : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? own + "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : own;
    }
}

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>What the OpenAPI document says beside the operations themselves.</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
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
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneSeal.Sdk;

namespace OneSeal.Host.Texts;

/// <summary>How requests and answers are written as JSON, in one place; what is stored has rules of its own.</summary>
internal static class HttpJson
{
    /// <summary>The same for what comes over HTTP inside something else.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    public static IServiceCollection AddHttpJson(this IServiceCollection services) => services
        .ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions))
        .ConfigureAll<OpenApiOptions>(options => options.AddSchemaTransformer(SayWhatMayBeLeftOut));

    /// <summary>
    /// On top of the web defaults. What a record declares is what a request must bring: no missing member, no null where none is
    /// allowed, no number in quotes, no member twice, so that the OpenAPI document tells the whole truth. What may be left out is
    /// nullable or has a default value in its record.
    /// </summary>
    public static void Configure(JsonSerializerOptions options)
    {
        // Chinese stays readable. The encoder leaves < and > alone too: these answers are JSON, never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        // A kind may be named anywhere in its object, not only first.
        options.AllowOutOfOrderMetadataProperties = true;
        options.Converters.Add(new LimitInRequests());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(LetNullablesBeLeftOut)
            .WithAddedModifier(AskForTheKind);
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    private static void LetNullablesBeLeftOut(JsonTypeInfo type)
    {
        foreach (var property in NullableParametersOf(type)) property.IsRequired = false;
    }

    // An object that does not say which kind it is would be a fault of the program to the framework; it is one of the request.
    private static void AskForTheKind(JsonTypeInfo type)
    {
        if (type is { Kind: JsonTypeInfoKind.Object, Type.IsAbstract: true, PolymorphismOptions: not null })
            type.CreateObject = () => throw new JsonException($"A {type.Type.Name} must say its kind.");
    }

    // The framework derives "required" from the constructor alone and does not see that we let go of it.
    private static Task SayWhatMayBeLeftOut(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type == typeof(Limit)) LimitInRequests.Describe(schema);
        foreach (var property in NullableParametersOf(context.JsonTypeInfo)) schema.Required?.Remove(property.Name);
        // What is made by no caller but told by the host (a state with members of its own) is always told whole.
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Object } told && told.Properties.All(p => p.AssociatedParameter is null))
            schema.Required = schema.Properties?.Keys.ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    private static IEnumerable<JsonPropertyInfo> NullableParametersOf(JsonTypeInfo type) =>
        type.Properties.Where(p => p.AssociatedParameter is { IsNullable: true });
}

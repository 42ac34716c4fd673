using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using OneSeal.Sdk;

namespace OneSeal.Host.Texts;

/// <summary>A period in a request: one of 1000 days is the caller's mistake, and its constructor's complaint would pass for ours.</summary>
internal sealed class LimitInRequests : JsonConverter<Limit>
{
    private const int Longest = 999;

    public override Limit Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var written = JsonSerializer.Deserialize<Written>(ref reader, options);
        return written is { Count: >= 0 and <= Longest }
            ? new Limit(written.Count, written.Unit)
            : throw new JsonException($"A limit counts 0 to {Longest}.");
    }

    public override void Write(Utf8JsonWriter writer, Limit value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Written(value.Count, value.Unit), options);

    /// <summary>What the OpenAPI document cannot see through a converter.</summary>
    public static void Describe(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Required = new HashSet<string> { "count", "unit" };
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["count"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = "999" },
            ["unit"] = new OpenApiSchema
            {
                Enum = [.. Enum.GetNames<LimitUnit>().Select(n => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(n)!)],
            },
        };
    }

    private sealed record Written(int Count, LimitUnit Unit);
}

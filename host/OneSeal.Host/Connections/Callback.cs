using System.Text.Json;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>An event that came in, as CloudEvents 1.0 structured mode writes it.</summary>
internal sealed record Callback(string Id, string Type, string Subject, JsonElement Data)
{
    private const int LongestId = 60;

    private static readonly JsonElement NoData = JsonElement.Parse("{}");

    /// <exception cref="Refusal"><c>callback-malformed</c>, with the attribute at fault.</exception>
    public static Callback Read(ReadOnlyMemory<byte> body, string signedId)
    {
        var json = Parse(body);
        if (json.ValueKind != JsonValueKind.Object) throw Malformed("");
        if (Attribute(json, "specversion") != "1.0") throw Malformed("specversion");
        Attribute(json, "source");
        var id = Attribute(json, "id");
        // One identity, for what is signed and for what is told.
        if (id != signedId || id.Length > LongestId) throw Malformed("id");
        var data = json.TryGetProperty("data", out var said) ? said : NoData;
        if (data.ValueKind != JsonValueKind.Object) throw Malformed("data");
        RequestLimits.Check(data);
        return new Callback(id, Attribute(json, "type"), Attribute(json, "subject"), data);
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body.Span);
        }
        catch (JsonException)
        {
            throw Malformed("");
        }
    }

    private static string Attribute(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) throw Malformed(name);
        RequestLimits.Check(value);
        return value.GetString() is { Length: > 0 } text ? text : throw Malformed(name);
    }

    private static Refusal Malformed(string attribute) =>
        new("callback-malformed", ("attribute", attribute)) { Field = attribute.Length == 0 ? null : attribute };
}

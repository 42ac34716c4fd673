using System.Text.Json.Nodes;

namespace OneSeal.Host.Catalogue;

/// <summary>
/// Every word by which somebody may look for an item who does not know its name: the matter he comes with (事由、情形), what he is asked
/// to bring, and what he takes home.
/// </summary>
internal static class ItemWords
{
    public static string Of(ItemElements elements) => string.Join('\n', WordsOf(elements).Where(w => w.Length > 0).Distinct());

    private static IEnumerable<string> WordsOf(ItemElements elements) =>
    [
        elements.Result?.Name ?? "",
        .. elements.Tiers.Select(t => t.Label),
        .. elements.Conditions.Select(c => c.Text),
        .. elements.Materials.Select(m => m.Name),
        .. ShownIn(elements.Form),
    ];

    /// <summary>The names of a form's fields and of their choices, and the help beside them.</summary>
    private static IEnumerable<string> ShownIn(JsonNode? schema) => schema switch
    {
        JsonObject one => one.SelectMany(member => (member.Key, member.Value) switch
        {
            ("title" or "description", JsonValue text) when text.TryGetValue<string>(out var shown) => [shown],
            ("x-labels", JsonObject labels) => labels.Select(l => (string?)l.Value ?? ""),
            _ => ShownIn(member.Value),
        }),
        JsonArray many => many.SelectMany(ShownIn),
        _ => [],
    };
}

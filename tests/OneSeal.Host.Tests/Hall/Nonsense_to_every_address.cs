using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

/// <summary>Every operation that the API describes, asked nonsense: the caller's mistake each time, in our form, and nothing half done.</summary>
[Collection(PostgresFixture.Collection)]
public sealed partial class Nonsense_to_every_address(PostgresFixture postgres)
{
    private static readonly string[] Words =
        ["'; drop table oneseal.events; --", "😀\u202E", "{title}", "0", "-1", "99999999999999999999", "0001-01-01", "9999-12-31", "2026-02-30", " ", "%", new('a', 5_000)];

    private static readonly string[] Bodies =
    [
        "", "null", "[]", "[null]", "{}", "1", "\"x\"", "{", "{\"a\":1,\"a\":2}", "\0", new string('[', 3_000) + new string(']', 3_000),
        "{\"item\":null,\"entries\":7,\"reason\":[],\"on\":\"2026-02-30\",\"side\":\"neither\",\"materials\":[null]}",
    ];

    private static readonly string[] Values =
    [
        "null", "[]", "{}", "[null]", "-1", "1e30", "true", "\"\"", "\"x\"", "\"\\ud800\"", "\"a\\u0000\"", "\"0001-01-01\"", $"\"{new string('甲', 10_001)}\"",
    ];

    private readonly List<string> _faults = [];

    [Fact]
    public async Task Is_answered_as_the_callers_mistake()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");
        var @case = await ReformStory.FileAsync(window);
        var http = new Dictionary<string, HttpClient>();
        foreach (var name in new[] { "window", "reviewer", "decider", "sealkeeper", "admin", "health-officer", "applicant" }) http[name] = (await hall.SignInAsync(name)).Http;
        var description = (await hall.Anybody().GetAsync("/openapi/v1.json")).Succeeded().Json;

        var asked = 0;
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                // Who is signed out, or the modules taken away, could not be asked anything further.
                if (path.Name is "/api/sign-out" || path.Name.StartsWith("/api/modules/", StringComparison.Ordinal)) continue;
                var role = operation.Value.GetProperty("x-allowed-roles").EnumerateArray().Select(r => r.GetString()!).FirstOrDefault("applicant");
                var caller = http[role switch { "sealKeeper" => "sealkeeper", "administrator" => "admin", "departmentOfficer" => "health-officer", "public" => "applicant", _ => role }];
                foreach (var request in Requests(description, path.Name, operation, @case))
                {
                    asked++;
                    await AskAsync(caller, request);
                }
            }
        }

        asked.ShouldBeGreaterThan(2_000);
        _faults.ShouldBeEmpty();
        await (await hall.SignInAsync("admin")).JournalIsWholeAsync();
        (await window.GetAsync($"/api/cases/{@case}")).Succeeded();
    }

    private static IEnumerable<HttpRequestMessage> Requests(JsonElement description, string path, JsonProperty operation, string @case)
    {
        var method = new HttpMethod(operation.Name.ToUpperInvariant());
        var known = Placeholder().Replace(path, m => m.Groups[1].Value switch
        {
            "code" => Hygiene.Item,
            "step" => "site-survey",
            "id" when path.StartsWith("/api/memoranda", StringComparison.Ordinal) => "health-1",
            "id" when path.StartsWith("/api/transfer-lists", StringComparison.Ordinal) => "batch-1",
            _ => @case,
        });
        if (known != path)
        {
            foreach (var word in Words) yield return new(method, Placeholder().Replace(path, Uri.EscapeDataString(word))) { Content = method == HttpMethod.Get ? null : Json("{}") };
        }

        var parameters = operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToArray() : [];
        foreach (var parameter in parameters.Where(p => p.GetProperty("in").GetString() == "query"))
        {
            foreach (var word in Words) yield return new(method, $"{known}?{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(word)}");
        }

        if (method == HttpMethod.Get) yield break;
        foreach (var body in Bodies) yield return new(method, known) { Content = Json(body) };
        yield return new(method, known) { Content = new StringContent("{}", Encoding.UTF8, "text/plain") };
        foreach (var seen in new[] { "\"x\"", "-1", "99999999999", "\"1\",\"2\"" })
        {
            var request = new HttpRequestMessage(method, known) { Content = Json("{}") };
            request.Headers.TryAddWithoutValidation("If-Match", seen);
            yield return request;
        }

        var keyed = new HttpRequestMessage(method, known) { Content = Json("{}") };
        keyed.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', 101));
        yield return keyed;
        if (!operation.Value.TryGetProperty("requestBody", out var asked) || !asked.GetProperty("content").TryGetProperty("application/json", out var json)) yield break;
        // One that is well formed, and each of its members in turn replaced by what it cannot be.
        var sample = Sample(description, json.GetProperty("schema"), 0);
        if (sample is not Dictionary<string, object?> whole) yield break;
        foreach (var member in whole.Keys)
        {
            // As text: half a surrogate pair is JSON, yet no serializer writes it.
            var around = JsonSerializer.Serialize(new Dictionary<string, object?>(whole) { [member] = "THIS" });
            foreach (var value in Values) yield return new(method, known) { Content = Json(around.Replace("\"THIS\"", value, StringComparison.Ordinal)) };
        }
    }

    private static object? Sample(JsonElement description, JsonElement schema, int depth)
    {
        if (depth > 8) return null;
        if (schema.TryGetProperty("$ref", out var name))
            return Sample(description, description.GetProperty("components").GetProperty("schemas").GetProperty(name.GetString()!.Split('/')[^1]), depth + 1);
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var choices)) return Sample(description, choices.EnumerateArray().Last(), depth + 1);
        }

        if (schema.TryGetProperty("enum", out var values)) return values[0];
        if (schema.TryGetProperty("properties", out var members)) return members.EnumerateObject().ToDictionary(m => m.Name, m => Sample(description, m.Value, depth + 1));
        var type = schema.TryGetProperty("type", out var said) ? said.ToString() : "";
        if (type.Contains("array", StringComparison.Ordinal)) return new[] { Sample(description, schema.GetProperty("items"), depth + 1) };
        if (type.Contains("integer", StringComparison.Ordinal) || type.Contains("number", StringComparison.Ordinal)) return 1;
        if (type.Contains("boolean", StringComparison.Ordinal)) return true;
        if (!type.Contains("string", StringComparison.Ordinal)) return new Dictionary<string, object?>();
        return schema.TryGetProperty("format", out var format) && format.GetString() == "date" ? "2026-11-20" : "甲";
    }

    private async Task AskAsync(HttpClient caller, HttpRequestMessage request)
    {
        using var asked = request;
        using var answer = await caller.SendAsync(request);
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        if (status < 400 || !request.RequestUri!.OriginalString.StartsWith("/api", StringComparison.Ordinal)) return;
        var inOurForm = status < 500 && answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && Parse(text) is var problem
            && problem.TryGetProperty("code", out _) && problem.TryGetProperty("detail", out var detail) && detail.GetString()!.Contains('。', StringComparison.Ordinal);
        if (!inOurForm) _faults.Add($"{status} {request.Method} {request.RequestUri}: {text} {(request.Content is { } content ? await content.ReadAsStringAsync() : "")}");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    private static JsonElement Parse(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

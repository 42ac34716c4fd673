using System.Text.RegularExpressions;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Texts;

/// <summary>What the code says to people has a text, and every text is said by the code.</summary>
public partial class Code_and_texts_go_together
{
    /// <summary>Keys that the code puts together: a fixed beginning, and the name of a value after it.</summary>
    private static readonly string[] ComputedPrefixes =
    [
        "worker.", "long-work.kind.", "long-work.state.", "long-work.phase.", "case.stage.", "database.", "deadline.", "demonstration.column.", "document.meaning.", "document.state.", "feedback.state.", "form.fault.", "licence.act.", "licence.meaning.", "licence.state.", "limit.", "material.form.", "module.", "notice.",
        "ownership.", "problem.", "request.", "role.", "start.", "task.", "refusal.applicant-number-",
    ];

    private static readonly string[] Sources = [.. SourcesOf("host", "OneSeal.Host")];

    [Fact]
    public void Every_literal_key_has_a_text()
    {
        var said = Sources.SelectMany(Said).ToArray();
        said.Length.ShouldBeGreaterThan(150);
        said.Select(s => s.Key).Distinct().Except(Text.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_said()
    {
        var literals = Sources.SelectMany(s => Literal().Matches(s)).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var words = Sources.Concat(SourcesOf("sdk", "OneSeal.Sdk")).SelectMany(s => Word().Matches(s)).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Text.Keys.Where(key => !literals.Contains(key) && !literals.Contains(WithoutKind(key)) && !IsComputed(key)).ShouldBeEmpty();

        // The name of the value at its end is one the code knows.
        bool IsComputed(string key) => ComputedPrefixes.Any(p => key.StartsWith(p, StringComparison.Ordinal)) && words.Contains(key.Split('.', '-')[^1]);
    }

    [Fact]
    public void Every_placeholder_is_given_its_value()
    {
        var lacking = from said in Sources.SelectMany(Said)
                      where Text.Keys.Contains(said.Key) && !said.Arguments.Contains("..", StringComparison.Ordinal)
                      from placeholder in Text.PlaceholdersOf(said.Key)
                      where !said.Arguments.Contains($"(\"{placeholder.Trim('{', '}')}\"", StringComparison.Ordinal)
                      select $"{said.Key} {placeholder}";
        lacking.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_refusal_is_a_whole_Chinese_sentence_or_ends_in_one_that_it_cites()
    {
        foreach (var key in Text.Keys.Where(k => k.StartsWith("refusal.", StringComparison.Ordinal)))
        {
            var text = Text.Of(key);
            text.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", key);
            text.ShouldMatch("[。}]$", key);
            Latin().IsMatch(text).ShouldBeFalse($"{key} has a half-width comma or full stop between Chinese characters.");
        }
    }

    [Fact]
    public void Every_stage_role_and_kind_has_its_name()
    {
        foreach (var stage in Enum.GetNames<Host.Cases.CaseStage>()) Text.Keys.ShouldContain("case.stage." + stage);
        foreach (var kind in Enum.GetNames<Host.LongWork.LongWorkKind>()) Text.Keys.ShouldContain("long-work.kind." + kind);
        foreach (var state in Enum.GetNames<Host.LongWork.LongWorkState>()) Text.Keys.ShouldContain("long-work.state." + state);
        foreach (var phase in Enum.GetNames<Host.Journal.JournalPhase>()) Text.Keys.ShouldContain("long-work.phase." + phase);
        foreach (var rule in Enum.GetNames<Sdk.FormRule>()) Text.Keys.ShouldContain("form.fault." + rule);
        foreach (var form in Enum.GetNames<Host.Cases.MaterialForm>()) Text.Keys.ShouldContain("material.form." + form);
        foreach (var unit in Enum.GetNames<Sdk.LimitUnit>()) Text.Keys.ShouldContain("limit." + unit);
        foreach (var start in Enum.GetNames<Sdk.StartEvent>()) Text.Keys.ShouldContain("limit.from." + start);
        foreach (var state in Enum.GetValues<Host.Licences.LicenceState>().Where(s => s != Host.Licences.LicenceState.None))
        {
            Text.Keys.ShouldContain("licence.state." + state);
            Text.Keys.ShouldContain("licence.meaning." + state);
        }

        foreach (var act in Enum.GetNames<Host.Licences.LicenceActKind>()) Text.Keys.ShouldContain("licence.act." + act);
        foreach (var stage in Enum.GetNames<Host.Requests.RequestStage>()) Text.Keys.ShouldContain("request.stage." + stage);
    }

    private static IEnumerable<string> SourcesOf(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Repository.Root, .. folder]), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")).Select(File.ReadAllText);

    /// <summary>A refusal and an event are said by their own name alone.</summary>
    private static string WithoutKind(string key) =>
        key.StartsWith("refusal.", StringComparison.Ordinal) || key.StartsWith("event.", StringComparison.Ordinal) ? key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..] : key;

    /// <summary>Every text said by its literal key, with the arguments that follow it.</summary>
    private static IEnumerable<(string Key, string Arguments)> Said(string source)
    {
        foreach (Match said in Refused().Matches(source)) yield return ("refusal." + said.Groups["key"].Value, Arguments(source, said));
        foreach (Match said in Told().Matches(source)) yield return (said.Groups["key"].Value, Arguments(source, said));
    }

    // Up to the bracket that closes the call.
    private static string Arguments(string source, Match said)
    {
        var (depth, end) = (1, said.Index + said.Length);
        for (; depth > 0 && end < source.Length; end++) depth += source[end] switch { '(' => 1, ')' => -1, _ => 0 };
        return source[(said.Index + said.Length)..end];
    }

    [GeneratedRegex("""(?:new Refusal|Refusal\.NotFound|Refusal\.Conflict)\("(?<key>[a-z0-9.-]+)"(?=[,)])""")]
    private static partial Regex Refused();

    [GeneratedRegex("""\bText\.Of\(\s*"(?<key>[a-zA-Z0-9.-]+)"(?=[,)])""")]
    private static partial Regex Told();

    [GeneratedRegex("\"([a-zA-Z0-9.-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b\w+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,.;:?!]\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Latin();
}

using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OneSeal.Sdk.Tests;

/// <summary>Every code block of the guide is a file that is compiled, named above it: what the guide shows works.</summary>
public sealed partial class GuideTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../.."));

    private static readonly string Guide = Read("sdk/README.md");

    public static TheoryData<string, string> Snippets()
    {
        var snippets = new TheoryData<string, string>();
        foreach (Match match in Snippet().Matches(Guide)) snippets.Add(match.Groups["source"].Value, match.Groups["code"].Value);
        return snippets;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_is_the_file_it_names(string source, string code) => code.ShouldBe(Read(source).TrimEnd('\n'));

    [Fact]
    public void Every_code_block_names_its_source() =>
        CodeBlock().Count(Guide).ShouldBe(Snippet().Count(Guide));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"<!-- source: (?<source>\S+) -->\n```(?:csharp|xml)\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex("^```(?:csharp|cs|xml)$", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();
}

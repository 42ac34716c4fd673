using System.Globalization;
using System.Text.RegularExpressions;
using OneSeal.Modules.Health;
using OneSeal.Modules.Housing;
using OneSeal.Modules.Transport;
using OneSeal.Sdk;
using OneSeal.Sdk.Testing;

namespace OneSeal.Modules.Tests;

/// <summary>
/// Each module's catalogue as one approved text, and against the rows of the item list (<c>items.csv</c>, as researched: LAW means read in
/// the statute, memory means not confirmed).
/// </summary>
public sealed partial class CatalogueTests
{
    private static readonly Row[] List = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "items.csv")).Skip(1).Select(Row.Read)];

    public static TheoryData<string> Names() => new(List.Select(r => r.Name));

    [Fact]
    public void Housing_brings_these_items() => Approve<HousingModule>("Housing");

    [Fact]
    public void Transport_brings_these_items() => Approve<TransportModule>("Transport");

    [Fact]
    public void Health_brings_these_items() => Approve<HealthModule>("Health");

    [Fact]
    public void The_modules_bring_the_items_of_the_list() =>
        Items().Select(i => i.Name).Order(StringComparer.Ordinal).ShouldBe(List.Select(r => r.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_statutory_limit_and_the_licence_are_those_of_the_list(string name)
    {
        var (row, item) = (List.Single(r => r.Name == name), Items().Single(i => i.Name == name));

        item.StatutoryLimit.ShouldBe(Statutory(row.Days));
        row.Licence.Split(';').ShouldContain(licence => item.Result!.Name.EndsWith(licence, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_list_has_from_memory_is_marked_unconfirmed(string name)
    {
        var (row, item) = (List.Single(r => r.Name == name), Items().Single(i => i.Name == name));

        foreach (var mark in Marks(row, item)) item.Unconfirmed.ShouldContain(mark);
    }

    // A promise is the district's own and the basic codes are invented: neither is ever confirmed.
    private static IEnumerable<ItemElement> Marks(Row row, ItemDefinition item)
    {
        var nothingRead = row.Source == "memory";
        var mostNotRead = nothingRead || Says(row.Source, "rest memory");
        yield return ItemElement.BasicCode;
        if (item.PromisedLimit.Count > 0) yield return ItemElement.PromisedLimit;
        if (mostNotRead || Says(row.Days, "memory") || Says(row.Source, "days memory") || Says(row.Source, "days/validity memory"))
            yield return ItemElement.StatutoryLimit;
        if (mostNotRead || Says(row.Validity, "memory") || Says(row.Source, "validity memory")) yield return ItemElement.Validity;
        if (mostNotRead || Says(row.Procedures, "memory") || Says(row.Source, "勘验+promised:memory")) yield return ItemElement.Steps;
        if (mostNotRead) yield return ItemElement.Materials;
        if (nothingRead) yield return ItemElement.LegalBasis;

        static bool Says(string cell, string words) => cell.Contains(words, StringComparison.Ordinal);
    }

    private static void Approve<TModule>(string name) where TModule : IDepartmentModule, new()
    {
        using var harness = ModuleHarness.For<TModule>();
        CatalogueText.Of(harness.Module).ShouldMatchApproved(c => c.NoDiff().WithFilenameGenerator((_, _, type, _) => $"Catalogue.{name}.{type}.txt"));
    }

    private static IEnumerable<ItemDefinition> Items() => new IDepartmentModule[] { new HousingModule(), new TransportModule(), new HealthModule() }
        .SelectMany(m => ModuleDefinition.Of(m).Items).Select(i => i.Definition);

    // The list's convention: "20工作日" working days, "7日" calendar days, "2/5/15工作日" tiers of which the last is the item's own.
    private static Limit Statutory(string days)
    {
        if (days is "即办" or "当场") return Limit.OnTheSpot;
        var match = Days().Match(days);
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value == "日" ? Limit.CalendarDays(count) : Limit.WorkingDays(count);
    }

    [GeneratedRegex("^(?:[0-9]+/)*(?<count>[0-9]+)(?<unit>工作日|日)")]
    private static partial Regex Days();

    /// <summary>A row of the list; a cell with a comma in it stands in quotation marks.</summary>
    private sealed partial record Row(string Name, string Days, string Procedures, string Licence, string Validity, string Source)
    {
        public static Row Read(string line)
        {
            var cells = Cell().Matches(line).Select(m => m.Value.Trim('"')).ToArray();
            cells.Length.ShouldBe(12, line);
            return new(cells[1], cells[4], cells[6], cells[8], cells[9], cells[11]);
        }

        [GeneratedRegex("(?<=^|,)(\"[^\"]*\"|[^,\"]*)(?=,|$)")]
        private static partial Regex Cell();
    }
}

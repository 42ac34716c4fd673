using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Tests.Journal;

/// <summary>What stands in the journal stays there for ever: here is what it looks like.</summary>
public partial class JournalledEventsTests
{
    private static readonly Type[] Events =
    [
        .. typeof(JournalEventAttribute).Assembly.GetTypes().Where(t => t is { IsAbstract: false, DeclaringType: { } parent } && t.BaseType == parent
            && (parent.Name.EndsWith("Event", StringComparison.Ordinal) || t.IsDefined(typeof(JournalEventAttribute)))),
    ];

    // What is one of several inside an event, such as a regime.
    private static IEnumerable<(Type Parent, JsonDerivedTypeAttribute Kind)> KindsOfParts =>
        from type in typeof(JournalEventAttribute).Assembly.GetTypes()
        from kind in type.GetCustomAttributes<JsonDerivedTypeAttribute>()
        orderby type.Name, kind.TypeDiscriminator
        select (type, kind);

    /// <remarks>
    /// Where it differs, an event was added, or one was changed. A new one is approved: take the file over. A changed one needs a higher
    /// version and an upgrade from what is approved here, for that is in the databases. Before the first release, take it over.
    /// </remarks>
    [Fact]
    public void The_JSON_of_every_journalled_event_stays_as_approved()
    {
        var journalled = new StringBuilder();
        foreach (var (name, type) in Events.Select(t => (Name: NameOf(t)!, t)).OrderBy(e => e.Name.Name, StringComparer.Ordinal))
            journalled.Append($"{name.Name} {name.Version}\n{Json(Sample.Of(type))}\n\n");
        foreach (var (parent, kind) in KindsOfParts)
            journalled.Append($"{parent.Name} {kind.TypeDiscriminator}\n{JsonSerializer.Serialize(Sample.Of(kind.DerivedType), parent, JournalJson.Options)}\n\n");

        journalled.ToString().ShouldMatchApproved(c => c.NoDiff().SubFolder("approved"));
    }

    [Fact]
    public void Every_journalled_event_is_read_as_it_was_written()
    {
        foreach (var type in Events)
        {
            var written = Json(Sample.Of(type));
            Json(JsonSerializer.Deserialize(written, type, JournalJson.Options)!).ShouldBe(written);
        }
    }

    /// <summary>A clerk who reads the record of a case reads Chinese.</summary>
    [Fact]
    public void Every_journalled_event_has_a_name_in_Chinese() =>
        Events.ShouldAllBe(e => HistoryLine.TitleOf(NameOf(e)!.Name).Any(c => c > 0x2E80));

    /// <summary>What cannot be read back follows from the rest; a draft, for example, has no owner to write.</summary>
    [Fact]
    public void A_state_is_written_without_what_follows_from_it()
    {
        JournalJson.Write(new Host.Cases.Case { Stage = Host.Cases.CaseStage.Draft, Item = "000125009000" }).ShouldNotContain("owner");
        JournalJson.Write((Suspension)Sample.Of(typeof(Suspension))).ShouldNotContain("isOpen");
        JournalJson.Write(new { Count = 7 }).ShouldBe("""{"count":7}""");
    }

    [Fact]
    public void Every_event_has_a_name_of_its_own_in_kebab_case()
    {
        Events.Length.ShouldBeGreaterThan(30);
        foreach (var type in Events) NameOf(type)?.Name.ShouldMatch(KebabCase().ToString(), type.FullName);
        Events.Where(t => NameOf(t) is null).ShouldBeEmpty();
        Events.GroupBy(t => NameOf(t)!.Name).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        Events.ShouldAllBe(t => t.IsSealed);
    }

    [Fact]
    public void No_event_stands_outside_the_hierarchy_it_is_looked_for_in() =>
        typeof(JournalEventAttribute).Assembly.GetTypes().Where(t => NameOf(t) is not null).Except(Events).ShouldBeEmpty();

    private static JournalEventAttribute? NameOf(Type type) => type.GetCustomAttribute<JournalEventAttribute>();

    private static string Json(object happened) => JsonSerializer.Serialize(happened, happened.GetType(), JournalJson.Options);

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();
}

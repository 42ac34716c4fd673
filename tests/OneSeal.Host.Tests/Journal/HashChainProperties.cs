using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Tests.Journal;

/// <summary>The seed is fixed, so that a run today and one tomorrow try the same.</summary>
public class HashChainProperties
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20190423UL, 83UL);

    // Few letters, so that two texts are often alike at their ends.
    private static readonly Gen<string> Texts = Gen.Elements("a", "b", ":", "\"", "审", "").ArrayOf().Select(string.Concat);

    private static readonly Gen<Link> Links =
        from previous in Gen.Choose(0, 255).ArrayOf(32)
        from region in Texts
        from stream in Texts
        from version in Gen.Choose(1, 1000)
        from type in Texts
        from typeVersion in Gen.Choose(1, 9)
        from microseconds in Gen.Choose(0, 1_000_000)
        from actor in Texts
        from data in Texts
        select new Link(
            Convert.ToHexString([.. previous.Select(b => (byte)b)]), region, stream, version, type, typeVersion,
            Bureau.Morning.AddMicroseconds(microseconds), actor, data);

    [Fact]
    public void Two_links_have_one_hash_only_if_they_are_the_same() => Holds(
        from one in Links
        from other in Links
        from kept in Gen.Choose(0, 511)
        select (one, Mixed(one, other, field => (kept >> field & 1) == 1)),
        pair => pair.one == pair.Item2 == (pair.one.Hash == pair.Item2.Hash));

    /// <summary>Text that leaves one field for the next is not where it was.</summary>
    [Fact]
    public void No_field_runs_over_into_the_next() => Holds(
        from link in Links
        from text in Texts
        from first in Gen.Choose(0, 6)
        from second in Gen.Choose(0, 6)
        select (Split(link, text, first, second), Split(link, text, second, first)),
        pair => pair.Item1 == pair.Item2 == (pair.Item1.Hash == pair.Item2.Hash));

    [Fact]
    public void Every_later_hash_depends_on_every_earlier_event() => Holds(
        from before in Links
        from changed in Links
        from after in Links
        select (before, changed, after),
        links => links.before == links.changed
            || (links.after with { Previous = links.before.Hash }).Hash != (links.after with { Previous = links.changed.Hash }).Hash);

    /// <summary>What is in the databases must be computed alike for ever.</summary>
    [Fact]
    public void The_hash_of_an_event_stays_what_it_was() => new Link(
            new string('0', 64), Bureau.Linzi, "stamp-book:2026", 1, "stamp-book-opened", 1, Bureau.Morning, """{"name":"王某"}""", """{"keeper":"李某"}""")
        .Hash.ShouldBe("CC633AC40323482833E9D82D1FF43803748C6E665BFEE0FD63CB754795C2BFC2");

    private static Link Mixed(Link one, Link other, Func<int, bool> keeps) => new(
        keeps(0) ? one.Previous : other.Previous,
        keeps(1) ? one.Region : other.Region,
        keeps(2) ? one.Stream : other.Stream,
        keeps(3) ? one.Version : other.Version,
        keeps(4) ? one.Type : other.Type,
        keeps(5) ? one.TypeVersion : other.TypeVersion,
        keeps(6) ? one.At : other.At,
        keeps(7) ? one.Actor : other.Actor,
        keeps(8) ? one.Data : other.Data);

    private static Link Split(Link link, string text, int first, int second)
    {
        var (one, two) = (Math.Min(first, text.Length), Math.Min(second, text.Length));
        return link with { Region = text[..one], Stream = text[one..], Actor = text[..two], Data = text[two..] };
    }

    private static void Holds<T>(Gen<T> generator, Func<T, bool> property) => Prop.ForAll(Arb.From(generator), property).Check(Fixed);

    private sealed record Link(
        string Previous, string Region, string Stream, int Version, string Type, int TypeVersion, DateTimeOffset At, string Actor, string Data)
    {
        public string Hash => Convert.ToHexString(HashChain.Next(
            Convert.FromHexString(Previous), new StreamName(Region, Stream), Version, Type, TypeVersion, At,
            Encoding.UTF8.GetBytes(Actor), Encoding.UTF8.GetBytes(Data)));
    }
}

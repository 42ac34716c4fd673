using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Linkage;

/// <summary>What departments are told of a case, as the rules make it.</summary>
internal static class APush
{
    public static readonly Organisation Transport = Hall.Hall.Transport;

    public static readonly LinkageTerms Deeming = LinkageTerms.Usual with { DeemedClaimed = true };

    public static PushRule Rule(Organisation recipient, params SupervisionTopic[] topics) => new(topics, recipient, Limit.WorkingDays(1), "许可信息");

    public static Memorandum Agreed(params PushRule[] rules) => new()
    {
        Content = new("锦审备〔2026〕1号", "备忘录", District.Health, District.Bureau, District.Day("2026-02-02"), [], rules, []),
    };

    /// <summary>Whom the rules have told of a topic, and what.</summary>
    public static IReadOnlyList<PushEvent.Made> Of(
        ACase @case, SupervisionTopic topic, Memorandum? memorandum = null, LinkageTerms? terms = null, string on = "2026-03-05", WorkCalendar? calendar = null)
    {
        var licence = topic == SupervisionTopic.Issued ? CaseDeliveries.LicenceOf(@case.Case) : null;
        return Of(@case, topic, licence, memorandum, terms, on, calendar);
    }

    public static IReadOnlyList<PushEvent.Made> Of(
        ACase @case, SupervisionTopic topic, PushedLicence? licence, Memorandum? memorandum = null, LinkageTerms? terms = null, string on = "2026-03-05",
        WorkCalendar? calendar = null)
    {
        var occasion = new PushOccasion(Host.Cases.Case.Kind.Stream(District.Region, ACase.Id), 7, topic, ACase.Id, @case.Case) { Licence = licence };
        return
        [
            .. PushPlan.For(topic, @case.Case, memorandum).Select(planned => Pushing.Make(
                PushContent.Of(occasion, planned, District.At(on)), planned, occasion, terms ?? LinkageTerms.Usual, District.Day(on),
                calendar ?? WorkCalendar.National)),
        ];
    }

    /// <summary>The licence of a sealed permit, pushed to the supervising department.</summary>
    public static Push Issued(string on = "2026-03-05", LinkageTerms? terms = null) =>
        new Push().And(Of(ACase.In(CaseStage.Issued), SupervisionTopic.Issued, terms: terms, on: on)[0], on, By.System);

    public static Push Told() => new Push().And(Of(ACase.Accepted(), SupervisionTopic.Accepted)[0], "2026-03-05", By.System);

    public static Push And(this Push push, PushEvent happened, string on, Actor? by = null) =>
        Push.Kind.Evolve(push, new Recorded<PushEvent>(happened, 0, District.At(on), by ?? By.Officer()));

    public static Push Claimed(this Push push, string on, Actor? by = null, string office = "监督一科", string? inspection = null) =>
        push.And(push.Claim(on, by, office, inspection), on, by);

    public static PushEvent Claim(this Push push, string on, Actor? by = null, string office = "监督一科", string? inspection = null) => ClaimPush.Decide(
        push, District.Context(on, by ?? By.Officer()), new(office, null, inspection is null ? null : District.Day(inspection)));
}

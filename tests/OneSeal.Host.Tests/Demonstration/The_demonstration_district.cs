using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Demonstration;

/// <summary>What the demonstration promises to show, whatever day it is told until.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class The_demonstration_district(PostgresFixture postgres)
{
    private const string Region = "370390";

    /// <summary>An ordinary Sunday, within Spring Festival, within the National Day holiday, after New Year in a year without notice, a leap day, a year's end.</summary>
    public static TheoryData<string> LastDays => ["2026-11-22", "2026-02-18", "2026-10-03", "2027-01-02", "2028-02-29", "2025-12-31"];

    [Theory, MemberData(nameof(LastDays))]
    public async Task Shows_every_stage_and_every_turn_whatever_its_last_day_is(string lastDay)
    {
        await using var told = await Told.OfAsync(postgres, DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture));

        (await told.CountAsync("cases")).ShouldBeInRange(180, 240);
        foreach (var stage in Enum.GetValues<CaseStage>().Where(s => s != CaseStage.None))
            (await told.CountAsync($"cases where stage = '{stage}'")).ShouldBeGreaterThan(0, $"no case is {stage}");
        (await told.CountAsync("cases where granted = false")).ShouldBeGreaterThan(3);
        (await told.CountAsync("cases where suspended")).ShouldBeGreaterThanOrEqualTo(1);
        (await told.CountAsync($"cases where stage = 'InReview' and due < '{lastDay}'")).ShouldBeGreaterThanOrEqualTo(2, "overdue");
        (await told.CountAsync("tasks where due < '9999-12-31'")).ShouldBeGreaterThan(5);
        string[] turns =
        [
            "case-supplement-received", "case-declined", "case-extended", "case-clock-suspended", "case-clock-resumed", "case-withdrawn",
            "case-terminated", "item-boundary-settled", "item-adjusted",
        ];
        foreach (var type in turns) (await told.CountAsync($"events where type = '{type}'")).ShouldBeGreaterThan(0, type);
        (await told.CountAsync("events where type = 'case-accepted' and (data->>'deemed')::boolean")).ShouldBeGreaterThan(1);
        (await told.CountAsync("events where type = 'case-decided' and (data->'decision'->>'automatic')::boolean")).ShouldBeGreaterThan(1);

        (await told.CountAsync($"events where at > timestamptz '{lastDay} 00:00+08'")).ShouldBe(0, "the story reaches into the future");
        (await told.CountAsync("deliveries where state <> 'delivered'")).ShouldBe(0);
        (await told.CountAsync("pushes")).ShouldBeGreaterThan(20);
        // 受审分离.
        (await told.CountAsync(
            """
            events a join oneseal.events d on d.region = a.region and d.stream = a.stream and d.type = 'case-decided'
            where a.type = 'case-accepted' and a.actor->>'id' = d.actor->>'id' and not (d.data->'decision'->>'automatic')::boolean
            """)).ShouldBe(0);

        await ShouldShowTheReformAsync(told);
        await ShouldShowTheLinkageAsync(told, lastDay);
        var verified = await JournalVerification.RunAsync(told.Database, StreamKinds.All, CancellationToken.None);
        verified.Broken.ShouldBeNull();
    }

    [Fact]
    public async Task Is_the_same_for_the_same_day_and_the_same_after_a_rebuild()
    {
        var day = new DateOnly(2026, 9, 30);
        await using var first = await Told.OfAsync(postgres, day);
        await using var second = await Told.OfAsync(postgres, day);
        (await first.HeadsAsync()).ShouldBe(await second.HeadsAsync());

        var tables = StreamKinds.All.SelectMany(k => k.ReadModels).Append("snapshots").Distinct().ToArray();
        var before = await RowsAsync();
        await JournalRebuild.RunAsync(first.Database, StreamKinds.All, CancellationToken.None);
        (await RowsAsync()).ShouldBe(before);

        async Task<IReadOnlyList<string>> RowsAsync()
        {
            var rows = new List<string>();
            foreach (var table in tables) rows.AddRange(await first.ListAsync($"select '{table} ' || t::text as row from oneseal.{table} t"));
            rows.Sort(StringComparer.Ordinal);
            return rows;
        }
    }

    private static async Task ShouldShowTheLinkageAsync(Told told, string lastDay)
    {
        // Claims: every state that a push can be in, and the delays of those who came late.
        foreach (var state in (string[])["Told", "Claimed", "DeemedClaimed"]) (await told.CountAsync($"pushes where state = '{state}'")).ShouldBeGreaterThan(1, state);
        (await told.CountAsync($"pushes where state = 'Waiting' and claim_due >= '{lastDay}'")).ShouldBeGreaterThan(0, "waiting");
        (await told.CountAsync($"pushes where state = 'Waiting' and claim_due < '{lastDay}'")).ShouldBe(1, "overdue");
        (await told.CountAsync("delays where stream like 'push:%' and key = 'claim' and done_on is not null")).ShouldBeInRange(1, 5);
        (await told.CountAsync("delays where stream like 'push:%' and key = 'claim' and done_on is null")).ShouldBe(1);
        (await told.CountAsync("events where type = 'push-made' and data->'content'->>'fields' <> '{}'")).ShouldBeGreaterThan(5);
        (await told.CountAsync("pushed_documents")).ShouldBeGreaterThan(20);
        (await told.CountAsync("events where type = 'locality-linkage-terms-set'")).ShouldBe(2);

        // What supervision found, and who has to do something about it.
        foreach (var kind in Enum.GetNames<FeedbackKind>()) (await told.CountAsync($"feedback where kind = '{kind}'")).ShouldBeGreaterThan(0, kind);
        (await told.CountAsync("feedback where kind = 'Inspection' and not adverse")).ShouldBeGreaterThan(3);
        string[] reported = ["feedback-finding-closed", "feedback-norm-settled", "feedback-delayed", "push-inspected"];
        foreach (var type in reported) (await told.CountAsync($"events where type = '{type}'")).ShouldBeGreaterThan(0, type);
        foreach (var task in (string[])["rectification", "norm", "claim", "verify", "hear"]) (await told.CountAsync($"tasks where key = '{task}'")).ShouldBeGreaterThan(0, task);
        (await told.CountAsync(
            "feedback f join oneseal.cases c on c.region = f.region and c.applicant_id = f.holder_id where f.kind = 'Penalty' and c.stage = 'InReview'"))
            .ShouldBeGreaterThan(0, "a reviewer sees a penalty beside his case");

        // Requests of every kind, decided either way, and under way.
        foreach (var kind in Enum.GetNames<LicenceActKind>()) (await told.CountAsync($"requests where kind = '{kind}'")).ShouldBeGreaterThan(0, kind);
        foreach (var stage in (string[])["Submitted", "HolderTold", "Decided"]) (await told.CountAsync($"requests where stage = '{stage}'")).ShouldBeGreaterThan(0, stage);
        (await told.CountAsync("events where type = 'request-decided' and not (data->'decision'->>'accepted')::boolean")).ShouldBe(1);
        (await told.CountAsync("documents where stream like 'request:%' and not sealed")).ShouldBe(0);
        foreach (var state in Enum.GetValues<LicenceState>().Except([LicenceState.None, LicenceState.Withdrawn]))
            (await told.CountAsync($"licences where state = '{state}'")).ShouldBeGreaterThan(0, state.ToString());
        foreach (var deemed in (string[])["true", "false"])
            (await told.CountAsync($"events where type = 'licence-renewed' and data->>'deemed' = '{deemed}'")).ShouldBe(1, "deemed " + deemed);

        // End to end: pushed, claimed, found wanting, asked for, heard, revoked, told again.
        var revoked = await told.AskAsync<string>("select identifier from oneseal.licences where state = 'Revoked'");
        var course = await told.ListAsync(
            $"""
            select type from oneseal.events e where
              stream in (select 'push:' || id from oneseal.pushes where licence = '{revoked}')
              or stream in (select 'feedback:' || id from oneseal.feedback where licence = '{revoked}')
              or stream = 'licence:{revoked}'
              or stream in (select 'request:' || id from oneseal.requests where licence = '{revoked}')
            order by at, type
            """);
        string[] turns =
        [
            "licence-issued", "push-claimed", "feedback-reported", "request-submitted", "request-verified", "request-holder-told",
            "request-hearing-called", "request-holder-heard", "licence-revoked", "request-decided", "push-claimed",
        ];
        var place = -1;
        foreach (var turn in turns) (place = course.ToList().IndexOf(turn, place + 1)).ShouldBeGreaterThanOrEqualTo(0, $"{turn} in {string.Join(", ", course)}");

        foreach (var type in (string[])["case-recipient-added", "case-step-passed-over"]) (await told.CountAsync($"events where type = '{type}'")).ShouldBeGreaterThan(0, type);
    }

    private static async Task ShouldShowTheReformAsync(Told told)
    {
        (await told.ListAsync("select id from oneseal.transfer_lists where status = 'published' order by id")).ShouldBe(["adjustment-1", "batch-1", "batch-2"]);
        (await told.ListAsync("select id from oneseal.transfer_lists where status = 'draft'")).ShouldBe(["batch-3"]);
        (await told.ListAsync("select distinct status from oneseal.memoranda order by 1")).ShouldBe(["Filed", "Signed"]);
        (await told.ListAsync("select status from oneseal.seals")).ShouldAllBe(s => s == "inForce");

        var journal = new EventJournal(told.Database);
        var bureau = (await StateAsync(Locality.Kind, Region)).Bureau;
        var today = LocalTime.StartOf(told.Until);
        var items = new List<Item>();
        foreach (var code in await told.ListAsync("select code from oneseal.items order by code")) items.Add(await StateAsync(Item.Kind, code));

        // A4, A5: one memorandum under each regime; before it the department, in the transition whoever the regime says, afterwards the bureau.
        var assignments = items.SelectMany(i => i.Assignments.Where(a => a.BoundarySettledAt == a.EffectiveFrom).Select(a => (Item: i, Assignment: a))).ToArray();
        foreach (var (item, assignment) in assignments.Where(a => a.Assignment.To == bureau))
        {
            item.OwnerAt(assignment.EffectiveFrom.AddMinutes(-1)).Owner.ShouldBe(item.Department);
            var during = item.OwnerAt(assignment.EffectiveFrom.AddDays(1));
            during.Owner.ShouldBe(assignment.Regime is Regime.DepartmentLeads ? item.Department : bureau);
            (during.Assisting is null).ShouldBe(assignment.Regime is Regime.BySignature);
        }

        foreach (var regime in (string[])["bySignature", "departmentLeads", "jointResponsibility"])
        {
            assignments.Where(a => a.Assignment.Regime.Key == regime && a.Assignment.To == bureau).Select(a => a.Assignment.Memorandum).Distinct().Count().ShouldBe(1);
            (await told.CountAsync($"cases where regime = '{regime}'")).ShouldBeGreaterThan(5);
        }

        assignments.Where(a => a.Assignment.Regime is Regime.JointResponsibility && a.Item.Assignments.Count == 1).ShouldAllBe(a => a.Item.OwnerAt(today).Assisting != null);
        assignments.Where(a => a.Assignment.Regime is Regime.DepartmentLeads).ShouldAllBe(a => a.Item.OwnerAt(today).Owner == bureau);
        // A6, A7, A9: open boundary, not transferred, handed on.
        items.Count(i => i.Assignments.Any(a => a.BoundarySettledAt is null) && i.OwnerAt(today).Owner == i.Department).ShouldBeGreaterThanOrEqualTo(1);
        items.Count(i => i.Assignments.IsEmpty && i.OwnerAt(today).Owner == i.Department).ShouldBeGreaterThanOrEqualTo(1);
        items.Count(i => i.OwnerAt(today).Owner is { } owner && owner != i.Department && owner != bureau).ShouldBe(1);
        // Both sides have cases of their own, and what was the department's when it was filed is archived by it.
        (await told.CountAsync($"cases where owner = '{bureau.Code}'")).ShouldBeGreaterThan(60);
        (await told.CountAsync($"cases where owner <> '{bureau.Code}' and owner <> ''")).ShouldBeGreaterThan(60);
        (await told.CountAsync($"events where type = 'case-archived' and data->'keeper'->>'code' <> '{bureau.Code}'")).ShouldBeGreaterThan(20);

        var memorandum = await StateAsync(Memorandum.Kind, assignments[0].Assignment.Memorandum);
        memorandum.Signatures.Select(s => s.Side).ShouldBe([Side.From, Side.To]);
        memorandum.Content!.Checklist.Select(c => c.Kind).Order().ShouldBe(Enum.GetValues<HandoverKind>());
        memorandum.Content.Items.SelectMany(i => i.Support).ShouldNotBeEmpty();
        memorandum.Content.PushRules.ShouldNotBeEmpty();

        async Task<TState> StateAsync<TState, TEvent>(StreamKind<TState, TEvent> kind, string id) where TState : class where TEvent : class =>
            (await journal.LoadAsync(kind, kind.Stream(Region, id), CancellationToken.None)).State;
    }
}

using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Linkage;

/// <summary>Something of which departments are told.</summary>
/// <param name="About">The stream of the event.</param>
/// <param name="Version">The event's place in it.</param>
/// <param name="Case">The case as it stands with the event.</param>
internal sealed record PushOccasion(StreamName About, int Version, SupervisionTopic Topic, string CaseId, Case Case)
{
    public PushedLicence? Licence { get; init; }

    /// <summary>The licence's holder, where he is no longer called as he was as the applicant.</summary>
    public string? Holder { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Tells departments, in the transaction of what they are told of.</summary>
internal sealed class Pushing(LocalityBook localities)
{
    public async Task PushAsync(JournalWork work, PushOccasion occasion, CancellationToken cancellationToken)
    {
        var planned = await PlanAsync(work, occasion, cancellationToken);
        await MakeAsync(work, occasion, planned, cancellationToken);

        // What a department decides itself it need not be told of; its own supervision must be all the same.
        if (planned.All(p => p.Recipient.Code != occasion.Case.Under!.Supervisor.Code))
        {
            var own = new PlannedPush(occasion.Case.Under!.Supervisor, [], null, null, null);
            Deliver(work, occasion.About, occasion.Version, own.Recipient.Code, PushContent.Of(occasion, own, work.Context.At));
        }
    }

    /// <summary>Tells one of those who are told of it, and nobody else: the others know it already.</summary>
    public async Task PushToAsync(JournalWork work, PushOccasion occasion, Organisation recipient, CancellationToken cancellationToken)
    {
        var planned = await PlanAsync(work, occasion, cancellationToken);
        await MakeAsync(work, occasion, planned.Where(p => p.Recipient.Code == recipient.Code), cancellationToken);
    }

    public static PushEvent.Made Make(
        PushContent content, PlannedPush planned, PushOccasion occasion, LinkageTerms terms, DateOnly today, WorkCalendar calendar)
    {
        var needsClaim = PushPlan.NeedsClaim(occasion.Topic, occasion.Case, occasion.Licence?.State);
        var limit = needsClaim && !terms.DeemedClaimed ? Running(planned.ClaimWithin ?? terms.Claim) : null;
        return new PushEvent.Made(content, planned.Recipient, planned.Basis, limit, needsClaim && terms.DeemedClaimed)
        {
            PushBy = planned.Within is { } within ? Running(within).Due : null,
        };

        RunningLimit Running(Limit given) => RunningLimit.Of(new Deadline(given, null, today), calendar);
    }

    // As the rules stand now: both sides may have amended them since the case was filed.
    private static async Task<IReadOnlyList<PlannedPush>> PlanAsync(
        JournalWork work, PushOccasion occasion, CancellationToken cancellationToken)
    {
        var memorandum = occasion.Case.Under!.Memorandum is { } id
            ? (await work.LoadAsync(Memorandum.Kind, id, cancellationToken)).State
            : null;
        return PushPlan.For(occasion.Topic, occasion.Case, memorandum);
    }

    private async Task MakeAsync(
        JournalWork work, PushOccasion occasion, IEnumerable<PlannedPush> planned, CancellationToken cancellationToken)
    {
        var (locality, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
        var today = LocalTime.DayOf(work.Context.At);
        foreach (var push in planned)
        {
            var content = PushContent.Of(occasion, push, work.Context.At);
            var stream = work.AppendAs(
                Actor.System(work.Context.Region),
                work.Begin(Push.Kind, $"{occasion.About.Id}-{occasion.Version}-{push.Recipient.Code}"),
                [Make(content, push, occasion, locality.TermsOn(today), today, calendar)]);
            Deliver(work, stream.Name, 1, push.Recipient.Code, content);
        }
    }

    private static void Deliver(JournalWork work, StreamName about, int version, string organisation, PushContent content)
    {
        var subject = Case.Kind.Stream(work.Context.Region, content.CaseId).Name;
        var topic = JsonNamingPolicy.CamelCase.ConvertName(content.Topic.ToString());
        work.Deliver(about, version, new Delivery(topic, Recipients.Hooks(organisation), content) { Subject = subject });
        work.Deliver(about, version, new Delivery(topic, Recipients.System(organisation), content) { Subject = subject });
    }
}

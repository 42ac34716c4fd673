using Microsoft.AspNetCore.Http.HttpResults;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>Carries out a rule on a case: loads it, asks the rule, writes what the rule says and whom it must be told to.</summary>
internal sealed class CaseCommands(EventJournal journal, LocalityBook localities, Pushing pushing, LicenceCommands licences)
{
    public delegate IEnumerable<CaseEvent> Rule(Case @case, CaseMoment moment);

    public Task<CaseAnswer> ExecuteAsync(CommandContext context, string id, Rule rule, CancellationToken cancellationToken) =>
        journal.ExecuteAsync(context, work => ApplyAsync(work, id, rule, cancellationToken), cancellationToken);

    /// <summary>The same as a part of a larger command.</summary>
    public async Task<CaseAnswer> ApplyAsync(JournalWork work, string id, Rule rule, CancellationToken cancellationToken)
    {
        var stream = await LoadAsync(work, id, cancellationToken);
        return CaseAnswer.Of(await AppendAsync(
            work, stream, rule(stream.State, await MomentAsync(work, id, cancellationToken)), cancellationToken));
    }

    public async Task<LoadedStream<Case, CaseEvent>> LoadAsync(JournalWork work, string id, CancellationToken cancellationToken)
    {
        var stream = await work.LoadAsync(Case.Kind, id, cancellationToken);
        if (!stream.Exists) throw Refusal.NotFound("case-unknown", ("id", id));
        var (locality, _) = await localities.OfAsync(work.Context.Region, cancellationToken);
        return CaseAccess.MaySee(work.Context.Actor, stream.State, locality) ? stream : throw Refusal.NotFound("case-unknown", ("id", id));
    }

    public async Task<CaseMoment> MomentAsync(JournalWork work, string id, CancellationToken cancellationToken)
    {
        var (locality, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
        var moment = new CaseMoment(id, work.Context, locality, calendar);
        var @case = (await work.LoadAsync(Case.Kind, id, cancellationToken)).State;
        return @case.Application?.Renews is { } renews
            ? moment with { Renewed = (await work.LoadAsync(Licence.Kind, renews, cancellationToken)).State }
            : moment;
    }

    public async Task<LoadedStream<Case, CaseEvent>> AppendAsync(
        JournalWork work, LoadedStream<Case, CaseEvent> stream, IEnumerable<CaseEvent> events, CancellationToken cancellationToken)
    {
        var happened = events.ToArray();
        // A clerk's command may set off what the system decides by itself; the journal says whose doing it was.
        var own = happened.TakeWhile(e => e is not CaseEvent.Decided { Decision.Automatic: true }).ToArray();
        var after = work.AppendAs(Actor.System(work.Context.Region), work.Append(stream, own), happened.Skip(own.Length));
        foreach (var (index, one) in happened.Index())
        {
            var version = stream.Version + index + 1;
            await ChangeLicenceAsync(work, stream.Name.Id, after.State, one, cancellationToken);
            if (CaseDeliveries.StepDueOf(stream.Name.Id, after.State, one) is { } step) work.Deliver(stream.Name, version, step);
            if (CaseDeliveries.TopicOf(one) is not { } topic) continue;
            var occasion = new PushOccasion(stream.Name, version, topic, stream.Name.Id, after.State)
            {
                Reason = CaseDeliveries.ReasonOf(one),
                Licence = topic == SupervisionTopic.Issued ? CaseDeliveries.LicenceOf(after.State) : null,
            };
            await pushing.PushAsync(work, occasion, cancellationToken);
        }

        return after;
    }

    /// <summary>What happens to a case may be the issue, the renewal, or the end of the wish for renewal of a licence.</summary>
    private async Task ChangeLicenceAsync(JournalWork work, string id, Case @case, CaseEvent happened, CancellationToken cancellationToken)
    {
        if (CaseLicence.IdentifierOf(@case, happened) is not { } identifier) return;
        var (_, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
        var licence = await work.LoadAsync(Licence.Kind, identifier, cancellationToken);
        if (CaseLicence.EventOf(id, @case, happened, licence.State, calendar) is { } follows)
            await licences.AppendAsync(work, licence, [follows], cancellationToken);
        else work.Require(licence);
    }
}

/// <summary>Carries out a rule on a case for a request.</summary>
internal sealed class CaseEdge(CommandEdge edge, CaseCommands commands)
{
    public Task<Ok<CaseAnswer>> ChangeAsync(Actor actor, string id, object request, CaseCommands.Rule rule, CancellationToken cancellationToken) =>
        edge.RunAsync(actor, request, work => commands.ApplyAsync(work, id, rule, cancellationToken), cancellationToken);
}

/// <summary>The case as it stands after a command, in short.</summary>
internal sealed record CaseAnswer(
    string Id, int Version, string? Number, CaseStage Stage, DateOnly? Due, DateOnly? PromisedDue, IReadOnlyList<string> OpenSteps,
    IReadOnlyList<DocumentLine> Documents, string? Licence) : IVersioned
{
    public static CaseAnswer Of(LoadedStream<Case, CaseEvent> stream)
    {
        var c = stream.State;
        return new CaseAnswer(
            stream.Name.Id, stream.Version, c.Number, c.Stage, c.Statutory?.Due, c.Promised?.Due, [.. c.OpenSteps.Select(s => s.Key)],
            [.. c.Notices.Select(n => new DocumentLine(n.Kind, n.Number.ToString(), n.DisplayNumber, n.IsSealed))], c.Licence);
    }
}

internal sealed record DocumentLine(NoticeKind Kind, string Number, string DisplayNumber, bool Sealed);

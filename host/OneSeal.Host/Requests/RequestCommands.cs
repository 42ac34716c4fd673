using Microsoft.AspNetCore.Http.HttpResults;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>Carries out a rule on a request: loads it, asks the rule, writes what the rule says.</summary>
internal sealed class RequestCommands(LocalityBook localities)
{
    public delegate IEnumerable<RequestEvent> Rule(FormalRequest request, RequestMoment moment);

    public async Task<RequestAnswer> ApplyAsync(JournalWork work, string id, Rule rule, CancellationToken cancellationToken)
    {
        var stream = await LoadAsync(work, id, cancellationToken);
        return RequestAnswer.Of(work.Append(stream, rule(stream.State, await MomentAsync(work, id, cancellationToken))));
    }

    public async Task<LoadedStream<FormalRequest, RequestEvent>> LoadAsync(
        JournalWork work, string id, CancellationToken cancellationToken)
    {
        var stream = await work.LoadAsync(FormalRequest.Kind, id, cancellationToken);
        var (locality, _) = await localities.OfAsync(work.Context.Region, cancellationToken);
        return stream.Exists && stream.State.MaySee(work.Context.Actor, locality, null)
            ? stream
            : throw Refusal.NotFound("request-unknown", ("id", id));
    }

    public async Task<RequestMoment> MomentAsync(JournalWork work, string id, CancellationToken cancellationToken)
    {
        var (locality, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
        return new RequestMoment(id, work.Context, locality, calendar);
    }
}

/// <summary>Carries out a rule on a request for somebody who asks over HTTP.</summary>
internal sealed class RequestEdge(CommandEdge edge, RequestCommands commands, Attachments attachments)
{
    /// <param name="actor">Who.</param>
    /// <param name="id">Which request.</param>
    /// <param name="asked">What he sent.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <param name="files">The attachments he names; each must be there.</param>
    public Task<Ok<RequestAnswer>> ChangeAsync(
        Actor actor, string id, object asked, RequestCommands.Rule rule, CancellationToken cancellationToken,
        IReadOnlyList<string>? files = null) =>
        edge.RunAsync(
            actor,
            asked,
            async work =>
            {
                await attachments.CheckAsync(actor, files ?? [], cancellationToken);
                return await commands.ApplyAsync(work, id, rule, cancellationToken);
            },
            cancellationToken);
}

/// <summary>The request as it stands after a command, in short.</summary>
internal sealed record RequestAnswer(
    string Id, int Version, RequestStage Stage, string StageName, DateOnly? AnswerDue, IReadOnlyList<DocumentLine> Documents) : IVersioned
{
    public static RequestAnswer Of(LoadedStream<FormalRequest, RequestEvent> stream)
    {
        var request = stream.State;
        return new RequestAnswer(
            stream.Name.Id, stream.Version, request.Stage, Text.Of("request.stage." + request.Stage), request.Answer?.Due,
            [.. request.Notices.Select(n => new DocumentLine(n.Kind, n.Number.ToString(), n.DisplayNumber, n.IsSealed))]);
    }
}

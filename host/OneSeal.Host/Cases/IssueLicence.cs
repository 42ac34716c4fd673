using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>颁发证照: the licence of a sealed grant begins its own life, in the same transaction.</summary>
internal static class IssueLicence
{
    public sealed record Request;

    public static void MapIssueLicence(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/issue", (
            string id, Actor actor, CommandEdge edge, CaseCommands commands, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, new Request(), work => RunAsync(work, commands, id, cancellationToken), cancellationToken))
        .RequireRoles(Role.Window);

    public static async Task<CaseAnswer> RunAsync(JournalWork work, CaseCommands commands, string id, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var events = Decide(stream.State, await commands.MomentAsync(work, id, cancellationToken)).ToArray();
        var granted = stream.State.Decision!.Licence!;
        var licence = await work.LoadAsync(Licence.Kind, granted.Identifier, cancellationToken);
        work.Append(licence, new LicenceEvent.Issued(
            granted.Name, stream.State.Application!.Applicant.Name, stream.State.Application.Applicant.Identifier, stream.State.Item,
            stream.State.ItemName, id, stream.State.Owner, granted.ValidFrom, granted.ValidUntil));
        return CaseAnswer.Of(await commands.AppendAsync(work, stream, events, cancellationToken));
    }

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        @case.Require(CaseStage.Sealed);
        moment.RequireOwner(@case);
        if (!@case.MayIssue) throw Refusal.Conflict("nothing-to-issue");
        yield return new CaseEvent.LicenceIssued(@case.Decision!.Licence!.Identifier);
    }
}

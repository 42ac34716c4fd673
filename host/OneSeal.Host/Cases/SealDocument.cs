using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Seals;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>用印: one document, one seal in force, once; a decision that is sealed may be handed out.</summary>
internal static class SealDocument
{
    public sealed record Request(string Document, string Seal);

    public static void MapSealDocument(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/cases/{id}/seal", (
            string id, Request request, Actor actor, CommandEdge edge, CaseCommands commands, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, commands, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.SealKeeper);

    public static async Task<CaseAnswer> RunAsync(
        JournalWork work, CaseCommands commands, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var seal = await work.LoadAsync(Seal.Kind, request.Seal, cancellationToken);
        if (!seal.Exists) throw new Refusal("seal-unknown", ("id", request.Seal)) { Field = "seal" };
        var item = await work.LoadAsync(Item.Kind, stream.State.Item, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var events = Decide(stream.State, moment, seal.State, item.State, request).ToArray();

        // A seal that is locked meanwhile seals nothing any more.
        work.Require(seal);
        work.Also(JournalSql.Statement(
            "insert into oneseal.sealings (region, document, seal, stream, by_name, at) values ($1, $2, $3, $4, $5, $6)",
            work.Context.Region, request.Document, request.Seal, stream.Name.Name, work.Context.Actor.Name, work.Context.At));
        return CaseAnswer.Of(await commands.AppendAsync(work, stream, events, cancellationToken));
    }

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment, Seal seal, Item item, Request request)
    {
        var document = @case.Notices.Find(n => n.Number.ToString() == request.Document)
            ?? throw new Refusal("document-unknown", ("document", request.Document)) { Field = "document" };
        moment.RequireOwner(@case);
        if (@case.Stage == CaseStage.Archived) throw Refusal.Conflict("archived-not-sealed");
        if (document.IsSealed) throw Refusal.Conflict("sealed-before", ("document", document.DisplayNumber));
        seal.CheckMaySeal(@case.Owner, item.Assignments, moment.Context.At);
        yield return new CaseEvent.DocumentSealed(request.Document, request.Seal, new SealImprint(seal.Imprint, moment.Today));
    }
}

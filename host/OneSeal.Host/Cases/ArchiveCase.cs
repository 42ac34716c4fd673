using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// 归档: the file is closed with its inventory, by the organisation that owned the case: what was filed before the handover is archived by
/// the department (临淄 四(三)).
/// </summary>
internal static class ArchiveCase
{
    public sealed record Request;

    /// <param name="ArchivedBy">Null while the file is open: the inventory is then what would be closed now.</param>
    public sealed record InventoryAnswer(string Id, Organisation? ArchivedBy, IReadOnlyList<ArchiveEntry> Entries);

    public static void MapArchiveCase(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/cases/{id}/archive", (string id, Actor actor, CaseEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, new Request(), Decide, cancellationToken))
            .RequireRoles(Role.Window);

        routes.MapGet("/api/cases/{id}/inventory", async (
            string id, Actor actor, EventJournal journal, LocalityBook localities, CancellationToken cancellationToken) =>
        {
            var @case = (await ShowCase.LoadAsync(journal, localities, actor, id, cancellationToken)).State;
            if (@case.Stage == CaseStage.Draft) throw Refusal.Conflict("inventory-of-a-draft");
            return new InventoryAnswer(id, @case.ArchivedBy, @case.ArchivedBy is null ? [.. Numbered(@case)] : @case.Inventory);
        }).RequireRoles(Roles.Staff);
    }

    public static IEnumerable<CaseEvent> Decide(Case @case, CaseMoment moment)
    {
        @case.Require(CaseStage.Delivered, CaseStage.Declined, CaseStage.Withdrawn, CaseStage.Terminated);
        moment.RequireOwner(@case);
        // 行政许可法 32: a case that ended without a decision was ended on paper, with the seal and the date.
        var ending = @case.Notices.Find(n => n.Kind is NoticeKind.NonAcceptance or NoticeKind.Withdrawal or NoticeKind.Termination);
        if (ending is { IsSealed: false } unsealed)
            throw Refusal.Conflict("archived-unsealed", ("document", unsealed.Kind.Title));
        yield return new CaseEvent.Archived(@case.Owner, [.. Numbered(@case)]);
    }

    private static IEnumerable<ArchiveEntry> Numbered(Case @case) =>
        Inventory(@case).Select((entry, index) => entry with { Number = index + 1 });

    /// <summary>卷内目录: application, materials, opinions, documents, licence.</summary>
    private static IEnumerable<ArchiveEntry> Inventory(Case @case)
    {
        yield return new ArchiveEntry(0, Text.Of("archive.application"), @case.Number!, @case.ReceivedOn!.Value);
        foreach (var held in @case.Application!.Materials)
        {
            var name = @case.Under!.Materials.First(m => m.Key == held.Key).Name;
            yield return new ArchiveEntry(0, name, held.Attachment ?? Text.Of("material.form." + held.Form), @case.CompleteOn!.Value);
        }

        foreach (var step in @case.Steps.Where(s => s.CompletedOn is not null))
        {
            yield return new ArchiveEntry(
                0, CitedOpinion.TitleOf(@case.Definition(step.Key)), step.Document ?? step.PassedOver ?? step.ByOrganisation ?? "",
                step.CompletedOn!.Value);
        }

        foreach (var notice in @case.Notices) yield return new ArchiveEntry(0, notice.Kind.Title, notice.DisplayNumber, notice.IssuedOn);
        if (@case.Licence is { } licence) yield return new ArchiveEntry(0, @case.Under!.Result!.Name, licence, @case.Decision!.On);
    }
}

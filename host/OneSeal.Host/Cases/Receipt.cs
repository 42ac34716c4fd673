using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// 收件凭证: what was handed in on what day, given out at the window before anybody has looked at it. It follows from the case and carries no
/// seal: the sealed voucher of article 32 says whether the application is accepted, and is a document of its own.
/// </summary>
internal static class Receipt
{
    private const string MediaType = "text/html";

    public static void MapReceipt(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/cases/{id}/receipt", async (
            string id, Actor actor, HttpRequest request, EventJournal journal, LocalityBook localities, IConfiguration settings,
            CancellationToken cancellationToken) =>
        {
            var stream = await ShowCase.LoadAsync(journal, localities, actor, id, cancellationToken);
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var receipt = Of(id, stream.State, locality) ?? throw Refusal.Conflict("receipt-before-filing");
            return TypedResults.Text(
                NoticePage.Render(receipt, Verify.AddressOf(settings, request, receipt.Number.ToString())), MediaType + "; charset=utf-8");
        })
        .Produces<string>(StatusCodes.Status200OK, MediaType)
        .RequireRoles([.. Roles.Staff, Role.Public]);

    /// <returns>Null for a draft; after a supplement a second receipt, with all that is there now.</returns>
    public static NoticeContent? Of(string id, Case @case, Locality locality)
    {
        if (@case is not { ReceivedOn: { } received, CompleteOn: { } complete, Number: { } caseNumber }) return null;
        var (year, serial) = CaseId.Parse(id);
        var isSupplemented = @case.SupplementAskedOn is not null && @case.Stage != CaseStage.AwaitingSupplement && complete >= @case.SupplementAskedOn;
        var number = new DocumentNumber(NoticeKind.Receipt, locality.Region, year, serial, isSupplemented ? 2 : 1);
        return new NoticeContent
        {
            Number = number,
            DisplayNumber = number.Display(locality.Abbreviation),
            IssuingOrganisation = @case.Owner.Name,
            IssuedOn = complete,
            ApplicantName = @case.Application!.Applicant.Name,
            ItemName = @case.ItemName,
            ItemCode = @case.Item,
            CaseNumber = caseNumber,
            AppliedOn = received,
            ReceivedMaterials =
            [
                .. @case.Application.Materials.Select(held => new ReceivedMaterial(
                    @case.Under!.Materials.First(m => m.Key == held.Key).Name, Text.Of("material.form." + held.Form))),
            ],
        };
    }
}

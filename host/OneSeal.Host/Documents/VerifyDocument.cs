using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>扫码核验: anybody may ask whether a document or a licence is genuine and valid now, and learns nothing private.</summary>
internal static class VerifyDocument
{
    public sealed record Answer(
        string Number, string Kind, string Title, string Issuer, string ItemName, string Holder, DateOnly IssuedOn, string State,
        string StateName,
        DateOnly? ValidUntil);

    public static void MapVerifyDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/verify/{number}", async (
            string number, DocumentFinder finder, NpgsqlDataSource database, EventJournal journal, TimeProvider time,
            CancellationToken cancellationToken) =>
        {
            if (LicenceIdentifier.TryParse(number.Trim(), out var identifier))
                return await LicenceAsync(identifier!, database, journal, LocalTime.DayOf(time.GetUtcNow()), cancellationToken);
            var parsed = DocumentNumber.Parse(number);
            var (_, content) = await finder.FindAsync(parsed, cancellationToken)
                ?? throw Refusal.NotFound("document-unknown", ("document", number));
            var state = StateOf(content);
            return new Answer(
                parsed.ToString(), content.Kind.Key, content.Kind.Title, content.IssuingOrganisation, content.ItemName,
                MaskedName.Of(content.ApplicantName), content.IssuedOn, state.Key, state.Label, content.Licence?.ValidUntil);
        }).Anyone();

        routes.MapGet("/verify/{number}", async (string number, DocumentFinder finder, CancellationToken cancellationToken) =>
        {
            var verification = await VerifyAsync(number, finder, cancellationToken);
            return TypedResults.Text(
                VerificationPage.Render(verification), "text/html; charset=utf-8",
                statusCode: verification is Verification.Found ? StatusCodes.Status200OK : StatusCodes.Status404NotFound);
        }).Anyone().ExcludeFromDescription();
    }

    /// <summary>Where the QR code leads: the configured public address, or the one the request came to.</summary>
    public static Uri AddressOf(IConfiguration settings, HttpRequest request, string number) =>
        new(
            new Uri(settings["PublicAddress"] is { Length: > 0 } address ? address : $"{request.Scheme}://{request.Host}/"),
            $"verify/{number}");

    private static async Task<Verification> VerifyAsync(string entered, DocumentFinder finder, CancellationToken cancellationToken)
    {
        try
        {
            var number = DocumentNumber.Parse(entered);
            return await finder.FindAsync(number, cancellationToken) is var (_, content)
                ? new Verification.Found(content, StateOf(content))
                : new Verification.NotFound(number);
        }
        catch (Refusal malformed)
        {
            return new Verification.Malformed(entered, malformed.Message);
        }
    }

    private static DocumentState StateOf(NoticeContent content) => content.IsSealed ? DocumentState.Valid : DocumentState.Unsealed;

    /// <remarks>
    /// A licence's identifier does not name its region: this query crosses regions, and finds by a key that is unique in all.
    /// </remarks>
    private static async Task<Answer> LicenceAsync(
        LicenceIdentifier identifier, NpgsqlDataSource database, EventJournal journal, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select region from oneseal.licences where identifier = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = identifier.ToString() });
        if (await command.ExecuteScalarAsync(cancellationToken) is not string region)
            throw Refusal.NotFound("document-unknown", ("document", identifier.ToString()));
        var licence = (await journal.LoadAsync(Licence.Kind, Licence.Kind.Stream(region, identifier.ToString()), cancellationToken)).State;
        var state = licence.StateOn(today);
        return new Answer(
            identifier.ToString(), "licence", licence.Name, licence.Issuer.Name, licence.ItemName, MaskedName.Of(licence.Holder),
            licence.ValidFrom,
            System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString()), Text.Of("licence.state." + state),
            licence.ValidUntil);
    }
}

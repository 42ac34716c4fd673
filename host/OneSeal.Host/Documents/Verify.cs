using OneSeal.Host.Access;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>扫码核验: anybody may ask whether a document or a licence is genuine and valid now, and learns nothing private.</summary>
internal static class Verify
{
    /// <param name="Kind">Of document, or <c>licence</c>.</param>
    /// <param name="State">Of the document; of its licence where it grants one that has been issued.</param>
    /// <param name="Meaning">What the state means for whoever relies on it, in Chinese.</param>
    public sealed record Answer(
        string Number, string Kind, string Title, string Issuer, string ItemName, string Holder, DateOnly IssuedOn, string State,
        string StateName, string Meaning, DateOnly? ValidUntil, DateTimeOffset AsOf);

    public static void MapVerify(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/verify/{number}", async (
            string number, DocumentFinder finder, LicenceFinder licences, TimeProvider time, CancellationToken cancellationToken) =>
            await VerifyAsync(number, finder, licences, time.GetUtcNow(), cancellationToken) switch
            {
                Verification.Found found => AnswerOf(found),
                _ => throw Refusal.NotFound("document-unknown", ("document", number)),
            }).Anyone();

        routes.MapGet("/verify/{number}", async (
            string number, DocumentFinder finder, LicenceFinder licences, TimeProvider time, CancellationToken cancellationToken) =>
        {
            Verification verification;
            try
            {
                verification = await VerifyAsync(number, finder, licences, time.GetUtcNow(), cancellationToken);
            }
            catch (Refusal malformed)
            {
                verification = new Verification.Malformed(number, malformed.Message);
            }

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

    /// <exception cref="Refusal">The number is neither a document's nor a licence's.</exception>
    private static async Task<Verification> VerifyAsync(
        string entered, DocumentFinder finder, LicenceFinder licences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (LicenceIdentifier.TryParse(entered.Trim(), out var identifier))
        {
            return await licences.FindAsync(identifier!.ToString(), cancellationToken) is { } licence
                ? Verification.Found.Of(identifier, licence, now)
                : new Verification.NotFound(identifier.ToString());
        }

        var number = DocumentNumber.Parse(entered);
        if (await finder.FindAsync(number, cancellationToken) is not var (_, content)) return new Verification.NotFound(number.ToString());
        var granted = content is { IsSealed: true, Licence: { } named }
            ? await licences.FindAsync(named.Identifier, cancellationToken)
            : null;
        return Verification.Found.Of(content, granted, now);
    }

    private static Answer AnswerOf(Verification.Found found) => new(
        found.Number, found.Kind, found.Title, found.Issuer, found.ItemName, found.MaskedHolder, found.IssuedOn, found.State,
        found.StateName, found.Meaning, found.ValidUntil, found.AsOf);
}

using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>文书: the printable page of a numbered document and, where a browser is installed on the server, its PDF.</summary>
internal static class ShowDocument
{
    public static void MapShowDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/documents/{number}", async (
                string number, Actor actor, HttpRequest request, DocumentFinder finder, NpgsqlDataSource database, LocalityBook localities,
                IConfiguration settings,
                CancellationToken cancellationToken) =>
            TypedResults.Text(
                await PageAsync(number, actor, request, finder, database, localities, settings, cancellationToken),
                "text/html; charset=utf-8"))
            .RequireRoles([.. Roles.Staff, Role.Public]);

        routes.MapGet("/api/documents/{number}/pdf", async (
                string number, Actor actor, HttpRequest request, DocumentFinder finder, NpgsqlDataSource database, LocalityBook localities,
                PdfPrinter printer, IConfiguration settings, CancellationToken cancellationToken) =>
            {
                var html = await PageAsync(number, actor, request, finder, database, localities, settings, cancellationToken);
                return TypedResults.File(
                    await printer.PrintAsync(html, cancellationToken), "application/pdf", $"{DocumentNumber.Parse(number)}.pdf");
            })
            .RequireRoles([.. Roles.Staff, Role.Public]);
    }

    private static async Task<string> PageAsync(
        string number, Actor actor, HttpRequest request, DocumentFinder finder, NpgsqlDataSource database, LocalityBook localities,
        IConfiguration settings, CancellationToken cancellationToken)
    {
        var parsed = DocumentNumber.Parse(number);
        var found = parsed.Region == actor.Region ? await finder.FindAsync(parsed, cancellationToken) : null;
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        if (found is not var (holder, content)
            || !(holder.MaySee(actor, locality, content) || await PushAccess.WasGivenAsync(database, actor, parsed, cancellationToken)))
            throw Refusal.NotFound("document-unknown", ("document", number));
        return NoticePage.Render(content, Verify.AddressOf(settings, request, parsed.ToString()));
    }
}

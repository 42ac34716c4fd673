using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Licences;

/// <summary>一户一档: what stands under a holder's number, as far as whoever asks may see it: his licences, and the cases that run.</summary>
internal static class ShowHolder
{
    private const int Most = 200;

    /// <param name="Name">As his newest licence or case calls him; null if nothing is known here.</param>
    public sealed record Answer(
        string Identifier, string? Name, IReadOnlyList<LicenceRow> Licences, IReadOnlyList<RunningCase> Cases);

    public sealed record RunningCase(
        string Id, string Number, string Item, string ItemName, string Applicant, string OwnerName, CaseStage Stage,
        DateOnly? ReceivedOn, DateOnly? Due);

    public static void MapShowHolder(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/holders/{identifier}", async (
            string identifier, Actor actor, LocalityBook localities, NpgsqlDataSource database, CancellationToken cancellationToken) =>
        {
            var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
            var licences = await new LicenceFilter(null, identifier, null, null, null)
                .PageAsync(database, actor, locality, new PageRequest(Most, null), cancellationToken);
            var cases = await CasesAsync(database, actor, locality, identifier, cancellationToken);
            return new Answer(
                identifier, cases.Select(c => c.Applicant).Concat(licences.Items.Select(l => l.Holder)).FirstOrDefault(), licences.Items,
                cases);
        })
        .RequireRoles(Roles.Staff);

    private static async Task<IReadOnlyList<RunningCase>> CasesAsync(
        NpgsqlDataSource database, Actor actor, Locality locality, string identifier, CancellationToken cancellationToken)
    {
        var visible = CaseAccess.IsOfBureau(actor, locality) ? "" : "and (owner = @organisation or supervisor = @organisation)";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<RunningCase>(new CommandDefinition(
            $"""
            select id, number, item, item_name, applicant, owner_name, stage, received_on, due
            from oneseal.cases
            where region = @region and applicant_id = @identifier
              and stage in ('Filed', 'AwaitingSupplement', 'InReview', 'Decided', 'Sealed', 'Issued') {visible}
            order by id desc limit @most
            """,
            new { region = actor.Region, identifier, organisation = actor.Organisation.Code, most = Most },
            cancellationToken: cancellationToken));
        return rows.AsList();
    }
}

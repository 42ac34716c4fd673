using System.Text.Json;
using Dapper;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>A licence as it stands today, all that happened to it, and the code by which anybody can check it.</summary>
internal static class ShowLicence
{
    /// <param name="Possible">What can be done to it as it stands.</param>
    public sealed record Answer(
        string Identifier, int Version, string Name, LicenceState State, string StateName, string Holder, string HolderIdentifier,
        string Item, string ItemName, string CaseId, Organisation Issuer, Organisation Supervisor, DateOnly ValidFrom, DateOnly? ValidUntil,
        DateOnly? SuspendedUntil, PendingRenewal? Renewal, IReadOnlyList<LicenceActKind> Possible);

    /// <param name="State">How it stood afterwards.</param>
    /// <param name="Reason">Why, in Chinese; null where the event says all there is to say.</param>
    public sealed record HistoryLine(
        int Version, string Event, string Title, DateTimeOffset At, Actor By, LicenceState State, string StateName, DateOnly? ValidUntil, string? Reason,
        JsonElement Data);

    public static void MapShowLicence(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/licences/{identifier}", async (
            string identifier, Actor actor, HttpResponse response, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
            TimeProvider time, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(identifier, actor, journal, localities, database, cancellationToken);
            response.Headers.ETag = Versions.ETag(stream.Version);
            return AnswerOf(stream, LocalTime.DayOf(time.GetUtcNow()));
        }).RequireRoles([.. Roles.Staff, Role.Public]);

        routes.MapGet("/api/licences/{identifier}/history", async (
            string identifier, Actor actor, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
            CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(identifier, actor, journal, localities, database, cancellationToken);
            return HistoryOf(await journal.EventsAsync(stream.Name, cancellationToken));
        }).RequireRoles(Roles.Staff);

        routes.MapGet("/api/licences/{identifier}/qr", async (
            string identifier, Actor actor, HttpRequest request, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
            IConfiguration settings, CancellationToken cancellationToken) =>
        {
            var stream = await LoadAsync(identifier, actor, journal, localities, database, cancellationToken);
            return TypedResults.Text(QrCode.Draw(Verify.AddressOf(settings, request, stream.Name.Id)), "image/svg+xml");
        }).RequireRoles([.. Roles.Staff, Role.Public]);
    }

    public static Answer AnswerOf(LoadedStream<Licence, LicenceEvent> stream, DateOnly today)
    {
        var (licence, state) = (stream.State, stream.State.StateOn(today));
        return new Answer(
            stream.Name.Id, stream.Version, licence.Name, state, state.InChinese(), licence.Holder, licence.HolderIdentifier, licence.Item,
            licence.ItemName, licence.CaseId, licence.Issuer, licence.Supervisor, licence.ValidFrom, licence.LastDayOn(today),
            state == LicenceState.Suspended ? licence.SuspendedUntil : null, licence.Renewal,
            [.. Enum.GetValues<LicenceActKind>().Where(kind => LicenceRules.Allows(state, kind))]);
    }

    private static IEnumerable<HistoryLine> HistoryOf(IEnumerable<StoredEvent> events)
    {
        var licence = Licence.Kind.Initial;
        foreach (var stored in events)
        {
            var happened = Licence.Kind.Events.Read(stored.Type, stored.TypeVersion, stored.Data);
            var by = JournalJson.Read<Actor>(stored.Actor);
            licence = Licence.Kind.Evolve(licence, new Recorded<LicenceEvent>(happened, stored.Version, stored.At, by));
            yield return new HistoryLine(
                stored.Version, stored.Type, Journal.HistoryLine.TitleOf(stored.Type), stored.At, by, licence.State, licence.State.InChinese(), licence.ValidUntil,
                LicenceCommands.ReasonOf(happened), JournalJson.Read<JsonElement>(stored.Data));
        }
    }

    public static async Task<LoadedStream<Licence, LicenceEvent>> LoadAsync(
        string identifier, Actor actor, EventJournal journal, LocalityBook localities, NpgsqlDataSource database,
        CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        var stream = await journal.LoadAsync(
            Licence.Kind, Licence.Kind.Stream(actor.Region, LicenceIdentifier.Full(identifier)), cancellationToken);
        if (!stream.Exists) throw Unknown();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var maySee = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            $"""
            select exists (select from oneseal.licences l where region = @region and identifier = @identifier
              and ({string.Join(" or ", LicenceAccess.Conditions(actor, locality))}))
            """,
            new { region = actor.Region, identifier = stream.Name.Id, me = actor.Id, organisation = actor.Organisation.Code },
            cancellationToken: cancellationToken));
        return maySee ? stream : throw Unknown();

        Refusal Unknown() => Refusal.NotFound("licence-unknown", ("id", identifier));
    }
}

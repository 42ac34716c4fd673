using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Linkage;

/// <summary>
/// Who may look at what was pushed: the bureau at all of its region, a department at what it was told itself. That it was told of a case
/// opens to it what went along, and not the case.
/// </summary>
internal static class PushAccess
{
    public static bool MaySee(Actor actor, Push push, Locality locality) =>
        actor.Organisation.Code == push.Recipient.Code || CaseAccess.IsOfBureau(actor, locality);

    public static async Task<LoadedStream<Push, PushEvent>> LoadAsync(
        EventJournal journal, LocalityBook localities, Actor actor, string id, CancellationToken cancellationToken)
    {
        var (locality, _) = await localities.OfAsync(actor.Region, cancellationToken);
        var stream = await journal.LoadAsync(Push.Kind, Push.Kind.Stream(actor.Region, id), cancellationToken);
        return stream.Exists && MaySee(actor, stream.State, locality) ? stream : throw Refusal.NotFound("push-unknown", ("id", id));
    }

    /// <summary>Whether a document went along with something that the actor's department was told.</summary>
    public static async Task<bool> WasGivenAsync(
        NpgsqlDataSource database, Actor actor, DocumentNumber document, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.DepartmentOfficer) return false;
        await using var command = database.CreateCommand(
            "select 1 from oneseal.pushed_documents where region = $1 and number = $2 and recipient = $3");
        foreach (var text in new[] { actor.Region, document.ToString(), actor.Organisation.Code })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }
}

using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Linkage;

/// <summary>A licence that the actor's department supervises, or was told of: the only ones on which it reports or asks for anything.</summary>
internal sealed record SupervisedLicence(LoadedStream<Licence, LicenceEvent> Licence, Case Case)
{
    /// <param name="work">The command; its actor's organisation is the department.</param>
    /// <param name="database">Where its pushes stand.</param>
    /// <param name="identifier">证照标识.</param>
    /// <param name="field">Where the request names the licence.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <exception cref="Refusal"><c>licence-unknown</c> or <c>licence-of-another-department</c>.</exception>
    public static async Task<SupervisedLicence> LoadAsync(
        JournalWork work, NpgsqlDataSource database, string identifier, string field, CancellationToken cancellationToken)
    {
        var licence = LicenceIdentifier.TryParse(identifier, out var parsed)
            ? await work.LoadAsync(Licences.Licence.Kind, parsed!.ToString(), cancellationToken)
            : null;
        if (licence is not { Exists: true })
            throw new Refusal("licence-unknown", ("id", identifier)) { Status = StatusCodes.Status404NotFound, Field = field };
        var @case = (await work.LoadAsync(Case.Kind, licence.State.CaseId, cancellationToken)).State;
        var department = work.Context.Actor.Organisation;
        var supervisor = @case.Under!.Supervisor;
        if (supervisor.Code != department.Code && await PushesAsync(database, work.Context, licence.Name.Id, cancellationToken) is [])
        {
            throw new Refusal("licence-of-another-department", ("supervisor", supervisor.Name), ("own", department.Name))
            {
                Status = StatusCodes.Status403Forbidden, Field = field,
            };
        }

        return new SupervisedLicence(licence, @case);
    }

    /// <summary>The actor's department's pushes of a licence, the newest first.</summary>
    public static async Task<IReadOnlyList<string>> PushesAsync(
        NpgsqlDataSource database, CommandContext context, string licence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select id from oneseal.pushes where region = $1 and licence = $2 and recipient = $3 order by pushed_at desc, id desc");
        foreach (var text in new[] { context.Region, licence, context.Actor.Organisation.Code })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pushes = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) pushes.Add(reader.GetString(0));
        return pushes;
    }
}

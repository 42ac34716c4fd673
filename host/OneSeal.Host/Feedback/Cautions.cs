using Npgsql;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Feedback;

/// <summary>提示: what the law may have stand against an application; whether it does the reviewer judges, never the program.</summary>
/// <param name="Until">The last day of it.</param>
internal sealed record Caution(string Article, string Text, string Licence, DateOnly Until);

internal static class Cautions
{
    private const int BarredYears = 3;

    /// <summary>
    /// 行政许可法 79: whose licence was revoked for fraud may not apply again for three years, where the licence directly concerns public
    /// safety, health or property. Article 78 (one year after false statements in an application) is not found here: no decision of ours
    /// says of itself that it rests on it.
    /// </summary>
    public static async Task<IReadOnlyList<Caution>> OfAsync(
        NpgsqlDataSource database, EventJournal journal, string region, string holder, DateOnly today, CancellationToken cancellationToken)
    {
        // A licence that was revoked is taken off the register afterwards (行政许可法 70), and the bar stands all the same.
        await using var command = database.CreateCommand(
            "select identifier from oneseal.licences where region = $1 and holder_id = $2 and state in ('Revoked', 'Cancelled')");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = holder });
        var revoked = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken)) revoked.Add(reader.GetString(0));
        }

        var cautions = new List<Caution>();
        foreach (var identifier in revoked)
        {
            var stream = await journal.LoadAsync(Licence.Kind, Licence.Kind.Stream(region, identifier), cancellationToken);
            var events = await journal.EventsAsync(stream.Name, cancellationToken);
            cautions.AddRange(events
                .Select(e => (LocalTime.DayOf(e.At), Licence.Kind.Events.Read(e.Type, e.TypeVersion, e.Data)))
                .Select(e => Of(identifier, stream.State.Name, e.Item1, e.Item2, today)).OfType<Caution>());
        }

        return cautions;
    }

    /// <summary>
    /// The three years are counted from the day of the revocation; that the last day is the same day is inferred (unconfirmed).
    /// </summary>
    public static Caution? Of(string identifier, string name, DateOnly on, LicenceEvent happened, DateOnly today)
    {
        if (happened is not LicenceEvent.Revoked { ByFraud: true } || on.AddYears(BarredYears) < today) return null;
        var until = on.AddYears(BarredYears);
        return new Caution(
            Text.Of("law.licensing-79"), Text.Of("caution.revoked-for-fraud", ("licence", name), ("date", on), ("until", until)),
            identifier, until);
    }
}

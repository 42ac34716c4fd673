using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>
/// 重新计算期限: a calendar came or changed, and with it the last day to answer and the holder's last day to ask for a hearing.
/// </summary>
internal sealed class RederiveRequest(EventJournal journal, RequestCommands commands, NpgsqlDataSource database, TimeProvider time)
{
    /// <returns>How many requests' dates moved.</returns>
    public async Task<int> RunAsync(Actor actor, string reason, CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var id in await OpenAsync(actor.Region, cancellationToken))
            moved += await RunAsync(actor, id, reason, cancellationToken) ? 1 : 0;
        return moved;
    }

    /// <returns>Nothing if the dates stay as they are.</returns>
    public static IEnumerable<RequestEvent> Decide(FormalRequest request, RequestMoment moment, string reason)
    {
        if (!request.IsOpen) yield break;
        var answer = Clock.Derive(request.Answer!.Deadline, moment.Calendar).Due;
        // A time to ask for a hearing that is over stays over.
        var speakBy = request.Stage == RequestStage.HolderTold && request.SpeakBy >= moment.Today
            ? TellHolder.SpeakBy(request.ToldOn!.Value, moment.Calendar)
            : request.SpeakBy;
        if (answer != request.Answer.Due || speakBy != request.SpeakBy) yield return new RequestEvent.Rederived(reason, answer, speakBy);
    }

    // Somebody may work on it at this very moment, by the calendar of before: then it is derived after him.
    private async Task<bool> RunAsync(Actor actor, string id, string reason, CancellationToken cancellationToken)
    {
        while (true)
        {
            var moves = false;
            try
            {
                await journal.ExecuteAsync(
                    new CommandContext(actor, time.GetUtcNow()),
                    work => commands.ApplyAsync(
                        work,
                        id,
                        (request, moment) =>
                        {
                            var events = Decide(request, moment, reason).ToArray();
                            moves = events.Length > 0;
                            return events;
                        },
                        cancellationToken),
                    cancellationToken);
                return moves;
            }
            catch (Refusal lost) when (lost.Code == "version-conflict")
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<IReadOnlyList<string>> OpenAsync(string region, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select id from oneseal.requests where region = $1 and is_open order by id");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) ids.Add(reader.GetString(0));
        return ids;
    }
}

using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.LongWork;

/// <summary>A long work as an administrator sees it.</summary>
/// <param name="PhaseName">What it is doing; of one that has ended, what it did last.</param>
/// <param name="EstimatedEvents">How many events there were to read when it began, as estimated.</param>
/// <param name="CancelAsked">Somebody has called it off; it ends as soon as it can.</param>
/// <param name="Hint">What others notice of it while it runs; null if nothing.</param>
/// <param name="Result">In Chinese; null while it runs.</param>
internal sealed record LongWorkAnswer(
    Guid Id, LongWorkKind Kind, string KindName, LongWorkState State, string StateName, JournalPhase Phase, string PhaseName, long Streams,
    long Events, long EstimatedEvents, string StartedBy, Organisation Organisation, DateTimeOffset StartedAt, bool CancelAsked, string? Hint,
    DateTimeOffset? EndedAt, string? Result)
{
    public static LongWorkAnswer Of(LongWorkRow row)
    {
        var (kind, state) = (Enum.Parse<LongWorkKind>(row.Kind, ignoreCase: true), Enum.Parse<LongWorkState>(row.State, ignoreCase: true));
        var phase = Enum.Parse<JournalPhase>(row.Phase, ignoreCase: true);
        var by = JournalJson.Read<Actor>(System.Text.Encoding.UTF8.GetBytes(row.StartedBy));
        return new LongWorkAnswer(
            row.Id, kind, Text.Of("long-work.kind." + kind), state, Text.Of("long-work.state." + state), phase,
            Text.Of("long-work.phase." + phase), row.Streams, row.Events, row.EstimatedEvents, by.Name, by.Organisation, row.StartedAt,
            row.CancelAsked, state == LongWorkState.Running && kind == LongWorkKind.Rebuild ? Text.Of("long-work.hint.Rebuild") : null,
            row.EndedAt, row.Result);
    }
}

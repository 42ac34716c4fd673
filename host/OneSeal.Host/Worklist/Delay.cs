using System.Collections.Immutable;
using OneSeal.Host.Access;

namespace OneSeal.Host.Worklist;

/// <summary>超时记录: a task was not done by its day. It stays on record when the task is done at last (电子监察, 责任追究).</summary>
/// <param name="Key">The task's key.</param>
/// <param name="Organisation">Whose task it was.</param>
/// <param name="Role">In what role it had to be done.</param>
/// <param name="Title">What had to be done, in Chinese.</param>
/// <param name="Due">By when.</param>
/// <param name="RecordedOn">When the delay was noted.</param>
/// <param name="DoneOn">When it was done, or fell away; null while it is open.</param>
internal sealed record Delay(
    string Key, Organisation Organisation, Role Role, string Title, DateOnly Due, DateOnly RecordedOn, DateOnly? DoneOn = null)
{
    public static Delay Of(WorkTask task, DateOnly today) => new(task.Key, task.Organisation, task.Role, task.Title, task.Due, today);
}

internal static class Delays
{
    /// <summary>The open tasks whose day has passed and that are not on record yet.</summary>
    public static IEnumerable<Delay> NotRecorded(IEnumerable<WorkTask> tasks, ImmutableList<Delay> recorded, DateOnly today) => tasks
        .Where(t => t.Due < today && !recorded.Exists(d => d.Key == t.Key && d.Due == t.Due))
        .Select(t => Delay.Of(t, today));

    /// <summary>The record with every delay closed whose task is no longer open.</summary>
    public static ImmutableList<Delay> Settled(this ImmutableList<Delay> recorded, IReadOnlyCollection<WorkTask> open, DateOnly today)
    {
        return recorded.Exists(IsDone) ? [.. recorded.Select(d => IsDone(d) ? d with { DoneOn = today } : d)] : recorded;

        bool IsDone(Delay delay) => delay.DoneOn is null && open.All(t => t.Key != delay.Key);
    }
}

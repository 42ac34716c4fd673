using System.Collections.Immutable;
using OneSeal.Host.Cases;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Host.Requests;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Oversight;

/// <summary>Every kind of stream that has tasks, and how a delay is put on its record.</summary>
internal static class DelayedStreams
{
    /// <returns>How many delays were recorded: none where somebody was faster, or has done what was late.</returns>
    public delegate Task<int> Recorder(JournalWork work, string id, CancellationToken cancellationToken);

    public static IReadOnlyDictionary<string, Recorder> All { get; } = new Dictionary<string, Recorder>(StringComparer.Ordinal)
    {
        [Case.Kind.Name] = Of(Case.Kind, CaseRows.TasksOf, c => c.Delays, delay => new CaseEvent.Delayed(delay)),
        [Push.Kind.Name] = Of(Push.Kind, p => p.Tasks, p => p.Delays, delay => new PushEvent.Delayed(delay)),
        [FeedbackRecord.Kind.Name] = Of(FeedbackRecord.Kind, f => f.Tasks, f => f.Delays, delay => new FeedbackEvent.Delayed(delay)),
        [FormalRequest.Kind.Name] = Of(FormalRequest.Kind, r => r.Tasks, r => r.Delays, delay => new RequestEvent.Delayed(delay)),
    };

    private static Recorder Of<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Func<TState, IEnumerable<WorkTask>> tasks, Func<TState, ImmutableList<Delay>> recorded,
        Func<Delay, TEvent> delayed)
        where TState : class where TEvent : class => async (work, id, cancellationToken) =>
    {
        var stream = await work.LoadAsync(kind, id, cancellationToken);
        if (!stream.Exists) return 0;
        var delays = Delays.NotRecorded(tasks(stream.State), recorded(stream.State), LocalTime.DayOf(work.Context.At)).ToArray();
        work.Append(stream, delays.Select(delayed));
        return delays.Length;
    };
}

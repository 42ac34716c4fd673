namespace OneSeal.Host.Modules;

/// <summary>
/// Threads for modules' code, apart from the thread pool on which the host lives: code that blocks may hold one of these, and nobody else
/// waits for it. A thread is made when none is idle; the lanes bound how many there can be.
/// </summary>
/// <remarks>
/// Code that continues with <c>ConfigureAwait(false)</c> moves to the pool by its own wish; if it blocks there it is counted like any
/// other call that hangs, and the module is taken out after a few.
/// </remarks>
internal sealed class ModuleThreads : TaskScheduler
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly Queue<Task> _queue = new();
    private int _idle;

    public Task<T> Run<T>(Func<Task<T>> code) =>
        Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    protected override void QueueTask(Task task)
    {
        lock (_queue)
        {
            _queue.Enqueue(task);
            if (_idle >= _queue.Count)
            {
                Monitor.Pulse(_queue);
                return;
            }
        }

        new Thread(Work) { IsBackground = true, Name = "module" }.UnsafeStart();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_queue) return [.. _queue];
    }

    private void Work()
    {
        while (WaitForWork()) RunNext();
    }

    private bool WaitForWork()
    {
        lock (_queue)
        {
            if (_queue.Count > 0) return true;
            _idle++;
            Monitor.Wait(_queue, IdleTime);
            _idle--;
            return _queue.Count > 0;
        }
    }

    // A method of its own: a task left in a local of the loop would keep its module in memory while the thread is idle.
    private void RunNext()
    {
        Task? next;
        lock (_queue) _queue.TryDequeue(out next);
        if (next is not null) TryExecuteTask(next);
    }
}

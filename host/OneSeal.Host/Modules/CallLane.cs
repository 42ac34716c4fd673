using System.Diagnostics.CodeAnalysis;
using OneSeal.Host.Texts;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace OneSeal.Host.Modules;

/// <summary>
/// One kind of call into one module: with a time limit, a breaker that holds calls back when too many fail, and room for so many at once.
/// The kinds do not share these, so that a department's failing supervision system never stops its applications from being filed.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A call that hangs gives its room back long after; there is nothing to free.")]
internal sealed class CallLane
{
    private readonly string _module;
    private readonly ModuleCall _call;
    private readonly ModuleThreads _threads;
    private readonly TimeSpan _limit;
    private readonly TimeSpan _endingLimit;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _room;
    private readonly ResiliencePipeline _pipeline;

    public CallLane(string module, ModuleCall call, ModuleOptions options, ModuleThreads threads, TimeProvider time)
    {
        _module = module;
        _call = call;
        _threads = threads;
        _limit = options.LimitOf(call);
        _endingLimit = options.EndingLimit;
        _time = time;
        _room = new SemaphoreSlim(options.ConcurrentCalls);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.FaultsBeforePause,
                SamplingDuration = options.FaultWindow,
                BreakDuration = options.Pause,
                ShouldHandle = new PredicateBuilder().Handle<ModuleFault>().Handle<TimeoutRejectedException>(),
                OnOpened = _ => Say(paused: true),
                OnClosed = _ => Say(paused: false),
            })
            .AddTimeout(_limit)
            .Build();
    }

    /// <summary>Calls begin or cease to be held back.</summary>
    public event Action<bool>? Paused;

    /// <summary>A call was told to end, had time to, and goes on (+1); or such a call has ended after all (-1).</summary>
    public event Action<int>? Hanging;

    /// <summary>Runs a module's code.</summary>
    /// <param name="code">The code; it runs on a module thread.</param>
    /// <param name="stop">The module is being stopped, or the caller has gone.</param>
    /// <exception cref="ModuleFault">The code failed or was not called.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was given.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> code, CancellationToken stop)
    {
        if (!await _room.WaitAsync(_limit, stop)) throw new ModuleFault(_module, _call, ModuleFaultKind.Busy);
        var started = false;
        try
        {
            return await _pipeline.ExecuteAsync(
                timeUp =>
                {
                    started = true;
                    return RunAsync(code, timeUp, stop);
                },
                CancellationToken.None);
        }
        catch (BrokenCircuitException)
        {
            throw new ModuleFault(_module, _call, ModuleFaultKind.Paused);
        }
        catch (TimeoutRejectedException)
        {
            throw new ModuleFault(_module, _call, ModuleFaultKind.TooSlow, ("seconds", _limit.TotalSeconds));
        }
        finally
        {
            // What was started gives its room back when it really ends, which may be long after we stopped waiting.
            if (!started) _room.Release();
        }
    }

    private async ValueTask<T> RunAsync<T>(Func<CancellationToken, Task<T>> code, CancellationToken timeUp, CancellationToken stop)
    {
        var work = _threads.Run(() => GuardAsync(code, timeUp, stop));
        try
        {
            await work.WaitAsync(timeUp);
        }
        catch (OperationCanceledException)
        {
            await LeaveAsync(work);
            throw;
        }

        var result = await work;
        timeUp.ThrowIfCancellationRequested();
        if (result.Cause is not { } cause) return result.Value!;
        stop.ThrowIfCancellationRequested();
        throw new ModuleFault(_module, _call, ModuleFaultKind.Threw, ("cause", cause.Message)) { Trace = cause.Trace };
    }

    private async Task<Result<T>> GuardAsync<T>(Func<CancellationToken, Task<T>> code, CancellationToken timeUp, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeUp, stop);
        try
        {
            return new(await code(end.Token), null);
        }
        catch (Refusal)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever a module throws ends here.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(default, ModuleCause.Of(e));
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task LeaveAsync<T>(Task<Result<T>> work)
    {
        try
        {
            await work.WaitAsync(_endingLimit, _time);
        }
        catch (TimeoutException)
        {
            Hanging?.Invoke(+1);
            _ = work.ContinueWith(
                _ => Hanging?.Invoke(-1), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        catch (Refusal)
        {
            // The time is over all the same.
        }
    }

    private ValueTask Say(bool paused)
    {
        Paused?.Invoke(paused);
        return ValueTask.CompletedTask;
    }

    private sealed record Result<T>(T? Value, ModuleCause? Cause);
}

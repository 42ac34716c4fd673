using System.Threading.Channels;
using OneSeal.Host.Journal;
using OneSeal.Host.Modules;

namespace OneSeal.Host.Live;

/// <summary>
/// Brings what was committed on this host to those connected to it, at once, and to the other hosts; and what other hosts say to those
/// connected here. A burst, such as a sweep's, is told in a few bulletins.
/// </summary>
internal sealed class LiveFeed : BackgroundService
{
    private static readonly TimeSpan BetweenBulletins = TimeSpan.FromMilliseconds(50), BetweenBeats = TimeSpan.FromSeconds(15);

    private readonly Channel<Change> _changes = Channel.CreateUnbounded<Change>(new UnboundedChannelOptions { SingleReader = true });
    private readonly LiveTeller _teller;
    private readonly HostLine _line;
    private readonly Presence _presence;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    public LiveFeed(
        ChangeSignal changes, ModuleRegistry modules, LiveTeller teller, HostLine line, Presence presence, TimeProvider time,
        ILogger<LiveFeed> log)
    {
        (_teller, _line, _presence, _time, _log) = (teller, line, presence, time, log);
        changes.Raised += change => _changes.Writer.TryWrite(change);
        // Every host's modules are its own: the others tell of theirs themselves.
        modules.Changed += state => _changes.Writer.TryWrite(new Change(ModuleStream(state), null));
        line.Heard += teller.TellAsync;
        line.PresentHeard += presence.HearAsync;
        line.Asked += presence.BeatAsync;
        line.Restored += teller.SayMissedAsync;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        TellAsync(stoppingToken),
        Sweeping.EveryAsync(BetweenBeats, _ => _presence.BeatAsync(), _time, _log, stoppingToken));

    private async Task TellAsync(CancellationToken stopping)
    {
        while (await _changes.Reader.WaitToReadAsync(stopping))
        {
            var bulletin = new Bulletin();
            while (_changes.Reader.TryRead(out var change)) Add(bulletin, change);
            try
            {
                await _teller.TellAsync(bulletin);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                _log.LogWarning(e, "Those connected could not be told of a change; they ask anew in their time.");
            }

            _line.Say(bulletin);
            await Task.Delay(BetweenBulletins, _time, stopping);
        }
    }

    private void Add(Bulletin bulletin, Change change)
    {
        bulletin.Add(new ChangedStream(change.Stream.Region, change.Stream.Name, change.Version));
        try
        {
            foreach (var owner in change.TaskOwners()) bulletin.Add(new TaskList(change.Stream.Region, owner));
        }
        catch (Exception e)
        {
            _log.LogError(e, "Whose work lists {Stream} moved could not be found out.", change.Stream);
        }
    }

    // One whose department is not known yet concerns whoever looks after modules anywhere.
    private static StreamName ModuleStream(ModuleState state) =>
        ModuleStanding.Kind.Stream(state.Department?.Region.Value ?? "", state.Id);
}

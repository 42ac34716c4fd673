using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// Keeps this host's modules as the administrators decided, on whichever host they did: loads what is found, brings items into the
/// catalogue, enables, disables and replaces.
/// </summary>
internal sealed class ModuleKeeper(
    ModuleRegistry registry, EventJournal journal, TimeProvider time, ILogger<ModuleKeeper> log, Workers? workers = null)
    : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);
    private readonly Dictionary<string, int> _generations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _itemsToBring = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Loads all modules and brings each to where it was; the host listens only after this.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks for new modules and for what was decided, and follows it. Also after a decision made on this host.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var id in registry.Discover()) await FollowAsync(id, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Sweeping.EveryAsync(BetweenLooks, FollowAsync, time, log, stoppingToken, workers?.Of("modules"));

    private async Task FollowAsync(string id, CancellationToken cancellationToken)
    {
        var state = registry.StateOf(id);
        if (state.Status == ModuleStatus.Found)
        {
            state = await registry.LoadAsync(id);
            _itemsToBring.Add(id);
        }

        if (state.Department is not { } department) return;
        var decided = await journal.LoadAsync(
            ModuleStanding.Kind, ModuleStanding.Kind.Stream(department.Region.Value, id), cancellationToken);
        var standing = decided.State;
        if (_generations.TryGetValue(id, out var loaded) && loaded < standing.Generation)
        {
            state = await registry.ReplaceAsync(id);
            _itemsToBring.Add(id);
        }

        if (_itemsToBring.Contains(id)) await BringItemsAsync(state, cancellationToken);

        _generations[id] = standing.Generation;
        if (standing.Service is { } service)
        {
            if (state.Status is ModuleStatus.Loaded or ModuleStatus.Disabled
                || (state.Status == ModuleStatus.Enabled && state.Service != service))
            {
                registry.Enable(id, service);
                foreach (var recipient in new[] { Recipients.Module(id), Recipients.HooksIn(id), Recipients.Hooks(department.Code.Value) })
                    await journal.WakeDeliveriesAsync(department.Region.Value, recipient, time.GetUtcNow(), cancellationToken);
            }
        }
        else if (state.Status == ModuleStatus.Enabled)
        {
            registry.Disable(id);
        }
    }

    // One module's trouble with the catalogue must not keep the others from being loaded; it is tried again at the next look.
    private async Task BringItemsAsync(ModuleState state, CancellationToken cancellationToken)
    {
        try
        {
            var context = new CommandContext(Actor.System(state.Department!.Region.Value), time.GetUtcNow());
            await RegisterItems.RunAsync(
                journal, context, state.Id, state.Version?.ToString(3) ?? "", state.Department,
                [.. registry.Items.Where(i => i.Module == state.Id).Select(i => i.Item)], cancellationToken);
            _itemsToBring.Remove(state.Id);
        }
        catch (Refusal e) when (e.Code == "version-conflict")
        {
            // Another host brings the same items at this moment; at the next look nothing of them is new.
            log.LogInformation("The items of module {Module} are being brought by another host.", state.Id);
        }
        catch (Exception e) when (e is Refusal or Npgsql.PostgresException)
        {
            log.LogError(e, "The items of module {Module} could not be brought into the catalogue; it is tried again.", state.Id);
        }
    }
}

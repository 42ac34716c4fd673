using OneSeal.Host.Journal;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Linkage;

/// <summary>A module claims for its department, as the department's officer would; the journal says that it was the module.</summary>
internal sealed class ModuleClaims(EventJournal journal, TimeProvider time) : IClaims
{
    public async Task<ClaimAnswer> ClaimAsync(ModuleClaim asked, CancellationToken cancellationToken)
    {
        var actor = ModuleActor.Of(asked.Module, asked.Department, asked.Region);
        var request = new ClaimPush.Request(asked.Claim.Office, asked.Claim.Remark, asked.Claim.FirstInspectionOn);
        try
        {
            await journal.ExecuteOnLatestAsync(
                () => new CommandContext(actor, time.GetUtcNow()),
                work => ClaimPush.RunAsync(work, asked.Push, request, cancellationToken),
                cancellationToken);
            return new ClaimAnswer(true, null);
        }
        catch (Refusal e) when (e.Code is "claimed-before" or "nothing-to-claim")
        {
            var claim = (await journal.LoadAsync(Push.Kind, Push.Kind.Stream(asked.Region, asked.Push), cancellationToken)).State.Claim;
            return claim is null ? new ClaimAnswer(false, null)
                : claim.By == actor.Name ? new ClaimAnswer(true, null)
                : new ClaimAnswer(false, claim.By);
        }
    }
}

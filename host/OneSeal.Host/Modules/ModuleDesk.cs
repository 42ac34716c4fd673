using OneSeal.Host.Access;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Modules;

/// <summary>
/// The desk that one module is handed: region and department are its own, whatever it asks for, so that a module acts for no other.
/// </summary>
/// <param name="claims">Null where this host lets no module claim.</param>
internal sealed class ModuleDesk(string module, DepartmentIdentity department, IClaims? claims) : ISupervisionDesk
{
    public Task<ClaimAnswer> ClaimAsync(SupervisionNotice notice, SupervisionClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(claim);
        if (notice.PushId is not { } push) return Task.FromResult(new ClaimAnswer(false, null));
        if (claims is null) throw Refusal.Conflict("module-desk-closed", ("module", module));
        var asked = new ModuleClaim(
            module, department.Region.Value, new Organisation(department.Name, department.Code.Value), push, claim);
        // The host's own work is done on the host's threads, not on the module's.
        return Task.Run(() => claims.ClaimAsync(asked, cancellationToken), cancellationToken);
    }
}

/// <summary>How modules' claims come to the use case that claims.</summary>
internal interface IClaims
{
    /// <returns>
    /// Ours if this module has claimed the push, now or before; who it was, if somebody else; neither, if there is nothing to claim.
    /// </returns>
    /// <exception cref="Refusal">The department has no such push.</exception>
    Task<ClaimAnswer> ClaimAsync(ModuleClaim asked, CancellationToken cancellationToken);
}

/// <summary>A module claims a push for its department.</summary>
internal sealed record ModuleClaim(string Module, string Region, Organisation Department, string Push, SupervisionClaim Claim);

using Microsoft.AspNetCore.Identity;

namespace OneSeal.Host.Access;

/// <summary>Who can sign in. What he did stands in the journal, not here: an account may go, its deeds do not.</summary>
internal sealed class StaffAccount : IdentityUser<Guid>
{
    /// <summary>The person's name, as it stands on documents.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>行政区划代码 (GB/T 2260) of the region he works for.</summary>
    public string Region { get; set; } = "";

    /// <summary>The name of his organisation; empty for a natural person.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>统一社会信用代码 of his organisation; empty for a natural person.</summary>
    public string OrganisationCode { get; set; } = "";

    /// <summary>岗位.</summary>
    public string Post { get; set; } = "";

    /// <summary>Since when an administrator keeps him out; several wrong passwords lock for a while only, and by themselves.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>His password is a one-time one.</summary>
    public bool MustChangePassword { get; set; }
}

namespace OneSeal.Sdk.Testing;

/// <summary>A supervision desk that keeps what the module claims, and answers as the host would.</summary>
public sealed class RecordingDesk : ISupervisionDesk
{
    private readonly Dictionary<string, SupervisionClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _others = new(StringComparer.Ordinal);

    /// <summary>The module's claims by push; of a push claimed again, the first.</summary>
    public IReadOnlyDictionary<string, SupervisionClaim> Claims => _claims;

    /// <summary>Given: somebody else has claimed a push.</summary>
    /// <param name="pushId">The push.</param>
    /// <param name="by">Who, as the module is told.</param>
    public void GivenClaimed(string pushId, string by) => _others[pushId] = by;

    /// <inheritdoc />
    public Task<ClaimAnswer> ClaimAsync(SupervisionNotice notice, SupervisionClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.PushId is not { } push) return Task.FromResult(new ClaimAnswer(false, null));
        if (_others.TryGetValue(push, out var by)) return Task.FromResult(new ClaimAnswer(false, by));
        _claims.TryAdd(push, claim);
        return Task.FromResult(new ClaimAnswer(true, null));
    }
}

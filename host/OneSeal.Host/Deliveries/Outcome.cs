namespace OneSeal.Host.Deliveries;

/// <summary>What came of an attempt to deliver.</summary>
internal abstract record Outcome
{
    public static Outcome Done { get; } = new Delivered();

    public sealed record Delivered : Outcome;

    /// <summary>The row was for several; each is now told by a row of its own.</summary>
    public sealed record FannedOut(IReadOnlyList<string> Recipients) : Outcome;

    /// <summary>The recipient is not to be called at the moment, which is nobody's failure: it rests, and no attempt is counted.</summary>
    public sealed record Unavailable(string Reason) : Outcome;

    /// <summary>This row alone is to come round again, and no attempt is counted.</summary>
    public sealed record PutOff(string Reason, TimeSpan Wait) : Outcome;

    /// <summary>The recipient failed; it rests, and the row is tried again as long as there is patience.</summary>
    public sealed record Failed(string Reason) : Outcome
    {
        /// <summary>How long the recipient asked to be left alone.</summary>
        public TimeSpan RetryAfter { get; init; }

        /// <summary>The recipient asked not to be told again.</summary>
        public bool IsFinal { get; init; }
    }

    /// <summary>There is nobody left to be told.</summary>
    public sealed record Abandoned(string Reason) : Outcome;
}

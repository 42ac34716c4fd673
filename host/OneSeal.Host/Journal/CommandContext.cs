using OneSeal.Host.Access;

namespace OneSeal.Host.Journal;

/// <summary>Everything about a command that is not its content.</summary>
/// <param name="actor">Who, in what role, for which organisation, by what authority.</param>
/// <param name="at">When; the same for everything the command does.</param>
internal sealed class CommandContext(Actor actor, DateTimeOffset at)
{
    public Actor Actor { get; } = actor;

    /// <summary>When, in the microseconds that PostgreSQL keeps: what is hashed must be what can be read again.</summary>
    public DateTimeOffset At { get; } = new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    public string Region => Actor.Region;

    /// <summary>The caller's key: the same command sent again with it gives the first answer again and does nothing more.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>What the key stands for; another content under the same key is refused.</summary>
    public byte[] Fingerprint { get; init; } = [];

    /// <summary>The version of the stream that the caller saw; null if he does not say.</summary>
    public int? ExpectedVersion { get; init; }
}

using System.Collections.Immutable;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;

namespace OneSeal.Host.People;

/// <summary>人员: somebody with an account, the post he holds, and what was done to the account. His password never stands here.</summary>
internal sealed record Person
{
    /// <remarks>
    /// No read model of its own: the rows are accounts, which hold the password's hash and the failed sign-ins as well. A rebuild
    /// therefore writes over them and deletes none.
    /// </remarks>
    public static StreamKind<Person, PersonEvent> Kind { get; } = new()
    {
        Name = "person",
        Events = new EventTypes<PersonEvent>(),
        Initial = new Person(),
        Evolve = (person, recorded) => person.Evolve(recorded),
        Project = (stream, _, person) => PersonRows.Of(stream, person),
    };

    public string UserName { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>岗位.</summary>
    public string Post { get; init; } = "";

    public Organisation Organisation { get; init; } = Organisation.None;

    public ImmutableList<Role> Roles { get; init; } = [];

    public DateTimeOffset? LockedAt { get; init; }

    public string? LockedBecause { get; init; }

    /// <summary>His password is one that somebody else knows as well; with it he can do nothing but set his own.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>How often everything by which he was signed in came to its end.</summary>
    public int TimesSignedOut { get; init; }

    public bool IsAdministrator => Roles.Contains(Role.Administrator);

    private Person Evolve(Recorded<PersonEvent> recorded) => recorded.Event switch
    {
        PersonEvent.Opened e => SignedOut() with
        {
            UserName = e.UserName,
            Name = e.Name,
            Post = e.Post,
            Organisation = e.Organisation,
            Roles = [.. e.Roles],
            MustChangePassword = e.PasswordIsOneTime,
        },
        PersonEvent.Assigned e => (e.Organisation == Organisation && Roles.SequenceEqual(e.Roles) ? this : SignedOut()) with
        {
            Post = e.Post,
            Organisation = e.Organisation,
            Roles = [.. e.Roles],
        },
        PersonEvent.Locked e => SignedOut() with { LockedAt = recorded.At, LockedBecause = e.Reason },
        PersonEvent.Unlocked => this with { LockedAt = null, LockedBecause = null },
        PersonEvent.PasswordReset => SignedOut() with { MustChangePassword = true },
        PersonEvent.PasswordChanged => SignedOut() with { MustChangePassword = false },
        var unknown => throw new InvalidOperationException($"A person does not know {unknown.GetType().Name}."),
    };

    private Person SignedOut() => this with { TimesSignedOut = TimesSignedOut + 1 };
}

internal abstract record PersonEvent
{
    /// <summary>开户.</summary>
    [JournalEvent("person-opened")]
    public sealed record Opened(
        string UserName, string Name, string Post, Organisation Organisation, IReadOnlyList<Role> Roles, bool PasswordIsOneTime) : PersonEvent;

    /// <summary>调整岗位: another post, organisation or other roles.</summary>
    [JournalEvent("person-assigned")]
    public sealed record Assigned(string Post, Organisation Organisation, IReadOnlyList<Role> Roles, string Reason) : PersonEvent;

    /// <summary>停用.</summary>
    [JournalEvent("person-locked")]
    public sealed record Locked(string Reason) : PersonEvent;

    /// <summary>恢复使用.</summary>
    [JournalEvent("person-unlocked")]
    public sealed record Unlocked(string Reason) : PersonEvent;

    /// <summary>重置密码: he was given a one-time password.</summary>
    [JournalEvent("person-password-reset")]
    public sealed record PasswordReset(string Reason) : PersonEvent;

    /// <summary>修改密码: he set a password that he alone knows.</summary>
    [JournalEvent("person-password-changed")]
    public sealed record PasswordChanged : PersonEvent;
}

internal sealed record PersonAnswer(
    Guid Id, int Version, string UserName, string Name, string Post, Organisation Organisation, IReadOnlyList<Role> Roles,
    DateTimeOffset? LockedAt, string? LockedBecause, bool MustChangePassword) : IVersioned
{
    public static PersonAnswer Of(LoadedStream<Person, PersonEvent> stream)
    {
        var person = stream.State;
        return new(
            Guid.Parse(stream.Name.Id), stream.Version, person.UserName, person.Name, person.Post, person.Organisation, person.Roles,
            person.LockedAt, person.LockedBecause, person.MustChangePassword);
    }
}

/// <param name="OneTimePassword">Shown this once; null where the command is only repeated. Then it is reset again.</param>
internal sealed record PersonWithPassword(PersonAnswer Person, string? OneTimePassword) : IVersioned
{
    public int Version => Person.Version;
}

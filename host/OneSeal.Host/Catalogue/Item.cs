using System.Collections.Immutable;
using System.Globalization;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Catalogue;

/// <summary>事项: everything that is known of an item over time — its versions and who decided it when.</summary>
internal sealed record Item
{
    public static StreamKind<Item, ItemEvent> Kind { get; } = new()
    {
        Name = "item",
        Events = new EventTypes<ItemEvent>(),
        Initial = new Item(),
        Evolve = (item, recorded) => item.Evolve(recorded),
        Project = (stream, _, item) => [Row(stream, item)],
        ReadModels = ["items"],
    };

    public Organisation Department { get; init; } = new("", "");

    public ImmutableList<Registration> Registrations { get; init; } = [];

    public ImmutableList<DatedAdjustment> Adjustments { get; init; } = [];

    public ImmutableList<Assignment> Assignments { get; init; } = [];

    public DateTimeOffset? CancelledAt { get; init; }

    public string Name => Registrations is [.., var last] ? last.Elements.Name : "";

    public string Module => Registrations is [.., var last] ? last.Module : "";

    /// <summary>Who may hand the item on from an instant on: who took it over by the last memorandum that holds then.</summary>
    /// <remarks>
    /// During a transition in which the department leads it is the bureau: it has taken the item over and leads after it.
    /// </remarks>
    public Organisation HolderAt(DateTimeOffset instant) =>
        Assignments.FindLast(a => a.BoundarySettledAt is not null && !(a.EndedAt <= instant))?.To ?? Department;

    /// <summary>By what memorandum the item moved last, of those that hold at an instant; null where the law alone says whose it is.</summary>
    public Assignment? GoverningAt(DateTimeOffset instant) => Assignments.OrderBy(a => a.EffectiveFrom)
        .LastOrDefault(a => a.EffectiveFrom <= instant && a.BoundarySettledAt <= instant && !(a.EndedAt <= instant));

    public Ownership OwnerAt(DateTimeOffset instant) => JurisdictionRule.OwnerAt(Department, Assignments, CancelledAt, instant);

    /// <summary>Who decides it from when on, as far as it is known today; without an owner once it is cancelled.</summary>
    public IEnumerable<OwnedFrom> Owners
    {
        get
        {
            Organisation? last = null;
            foreach (var from in InstantsOfOwnership.Where(i => Registrations.Count > 0 && i >= Registrations[0].At).Order().Distinct())
            {
                var owner = OwnerAt(from).Owner;
                if (owner == last) continue;
                last = owner;
                yield return new OwnedFrom(from, owner);
            }
        }
    }

    private IEnumerable<DateTimeOffset> InstantsOfOwnership =>
    [
        .. Registrations.Take(1).Select(r => r.At),
        .. Assignments.SelectMany(a => new[] { a.EffectiveFrom, a.BoundarySettledAt, a.EndedAt, EndOfTransition(a.Regime) }
            .OfType<DateTimeOffset>()),
        .. CancelledAt is { } cancelled ? [cancelled] : Array.Empty<DateTimeOffset>(),
    ];

    private static DateTimeOffset? EndOfTransition(Regime regime) =>
        regime is Regime.DepartmentLeads leads ? LocalTime.StartOf(leads.Until.AddDays(1)) : null;

    /// <summary>The version in force at an instant; null before the item was first registered.</summary>
    public ItemVersion? VersionAt(DateTimeOffset instant)
    {
        var registration = Registrations.FindLastIndex(r => r.At <= instant);
        if (registration < 0) return null;
        var day = LocalTime.DayOf(instant);
        return Version(registration + 1, Adjustments.FindLastIndex(a => a.From <= day) + 1);
    }

    /// <summary>The elements as the module registered them, without any adjustment; null before the item was first registered.</summary>
    public ItemElements? RegisteredAt(DateTimeOffset instant) => Registrations.FindLast(r => r.At <= instant)?.Elements;

    /// <summary>A version by its number, for a case that was filed under it.</summary>
    public ItemVersion Version(string number)
    {
        var (registration, adjustments) = Parse(number);
        return Version(registration, adjustments);
    }

    /// <summary>What the module had registered in a version, without any adjustment.</summary>
    public ItemElements RegisteredUnder(string version) => Registrations[Parse(version).Registration - 1].Elements;

    /// <summary>Every version there was or is planned, in order.</summary>
    public IEnumerable<ItemVersion> Versions => Registrations.Select(r => r.At)
        .Concat(Adjustments.Select(a => LocalTime.StartOf(a.From)))
        .Order().Distinct()
        .Select(VersionAt).OfType<ItemVersion>()
        .DistinctBy(v => v.Number);

    private static (int Registration, int Adjustments) Parse(string version) =>
        version.Split('.') is [var registration, var adjustments]
            ? (int.Parse(registration, CultureInfo.InvariantCulture), int.Parse(adjustments, CultureInfo.InvariantCulture))
            : throw new FormatException($"'{version}' is not a version of an item.");

    private ItemVersion Version(int registration, int adjustments)
    {
        var registered = Registrations[registration - 1];
        var applied = Adjustments.Take(adjustments).ToArray();
        var elements = applied.Aggregate(registered.Elements, (e, a) => e.With(a.Adjustment));
        var adjustedFrom = applied is [.., var last] ? LocalTime.StartOf(last.From) : DateTimeOffset.MinValue;
        return new ItemVersion(
            $"{registration}.{adjustments}",
            adjustedFrom > registered.At ? adjustedFrom : registered.At,
            adjustedFrom > registered.At ? applied[^1].Reason : $"{registered.Module} {registered.ModuleVersion}",
            elements);
    }

    private Item Evolve(Recorded<ItemEvent> recorded) => recorded.Event switch
    {
        ItemEvent.Registered e => this with
        {
            Department = e.Department,
            Registrations = Registrations.Add(new Registration(e.Module, e.ModuleVersion, recorded.At, e.Elements)),
        },
        ItemEvent.Adjusted e => this with { Adjustments = Adjustments.Add(new DatedAdjustment(e.From, e.Adjustment, e.Reason)) },
        ItemEvent.Assigned e => this with { Assignments = Assignments.Add(e.Assignment) },
        ItemEvent.BoundarySettled e => WithAssignment(e.Memorandum, a => a with { BoundarySettledAt = e.At }),
        ItemEvent.AssignmentEnded e => WithAssignment(e.Memorandum, a => a with { EndedAt = e.At }),
        ItemEvent.Cancelled e => this with { CancelledAt = LocalTime.StartOf(e.From) },
        var unknown => throw new InvalidOperationException($"An item does not know {unknown.GetType().Name}."),
    };

    private Item WithAssignment(string memorandum, Func<Assignment, Assignment> change) =>
        this with { Assignments = [.. Assignments.Select(a => a.Memorandum == memorandum && a.EndedAt is null ? change(a) : a)] };

    private static NpgsqlBatchCommand Row(StreamName stream, Item item)
    {
        var elements = item.Registrations[^1].Elements;
        return JournalSql.Statement(
            """
            insert into oneseal.items (region, code, name, module, department, department_code, type, handling, initials, words, owners)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (region, code) do update set name = excluded.name, module = excluded.module, department = excluded.department,
              department_code = excluded.department_code, type = excluded.type, handling = excluded.handling,
              initials = excluded.initials, words = excluded.words, owners = excluded.owners
            """,
            stream.Region, stream.Id, elements.Name, item.Module, item.Department.Name, item.Department.Code,
            elements.Type.ToString(), elements.Handling.ToString(),
            Initials.Of(elements.Name), ItemWords.Of(elements), JournalSql.Json(JournalJson.WriteUtf8(item.Owners.ToArray())));
    }
}

/// <summary>What a module registered, and when.</summary>
internal sealed record Registration(string Module, string ModuleVersion, DateTimeOffset At, ItemElements Elements);

/// <summary>From when an organisation decides an item; none from the day on which it is cancelled.</summary>
internal sealed record OwnedFrom(DateTimeOffset From, Organisation? Owner);

/// <summary>An adjustment and the day from which it holds.</summary>
internal sealed record DatedAdjustment(DateOnly From, ItemAdjustment Adjustment, string Reason);

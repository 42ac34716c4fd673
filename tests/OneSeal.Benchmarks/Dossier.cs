using OneSeal.Host.Access;
using OneSeal.Host.Journal;

namespace OneSeal.Benchmarks;

/// <summary>As large as a case and without its rules: what is measured is the journal.</summary>
internal sealed record Dossier
{
    public const string Region = "370390";

    public static StreamKind<Dossier, DossierEvent> Kind { get; } = new()
    {
        Name = "dossier",
        Events = new EventTypes<DossierEvent>(),
        Initial = new Dossier(),
        Evolve = (dossier, recorded) => recorded.Event switch
        {
            DossierEvent.StepOpened e => dossier with { OpenStep = e.Step, OpenedOn = e.On },
            DossierEvent.StepCompleted e => dossier with { OpenStep = null, Opinion = e.Opinion },
            var unknown => throw new InvalidOperationException($"A dossier does not know {unknown.GetType().Name}."),
        },
    };

    public static Actor Reviewer { get; } = new(
        new Guid("6f6d2c34-8a0e-4d55-9b8e-0d4f4a1f2b3c"), "王某", Role.Reviewer,
        new("锦源区行政审批服务局", "11370390MB1A0001XP"), Region, "《相对集中行政许可权改革审管衔接备忘录》（锦审备〔2023〕7号）");

    public static DossierEvent[] Review { get; } =
    [
        new DossierEvent.StepOpened("site-survey", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 9)),
        new DossierEvent.StepCompleted(
            "site-survey", true, "经现场踏勘，经营场所面积、布局及设备与申报材料一致，符合《食品经营许可和备案管理办法》的要求。", ["a1f0c2", "b7d913"]),
    ];

    public static Delivery Notice { get; } = new(
        "step-completed", "organisation:11370390MB1A23023D",
        new { Item = "000125009000", ItemName = "食品经营许可", Applicant = "锦源区示例餐馆", On = new DateOnly(2026, 3, 2) });

    /// <summary>A full state, some 1.7 KB of JSON.</summary>
    public static Dossier Full { get; } = new()
    {
        Item = "000125009000",
        ItemName = "食品经营许可",
        Applicant = "锦源区示例餐馆",
        Identifier = "91370390MA00000179",
        Owner = Reviewer.Organisation,
        OpenedOn = new DateOnly(2026, 3, 2),
        Opinion = "经现场踏勘，经营场所面积、布局及设备与申报材料一致，符合《食品经营许可和备案管理办法》的要求。",
        Materials =
        [
            .. Enumerable.Range(1, 9).Select(i => new DossierMaterial(
                $"material-{i}", $"申请材料之{i}：场所平面图及设施设备布局图", $"attachment-{i:D8}", new DateOnly(2026, 2, 10))),
        ],
    };

    public string Item { get; init; } = "";

    public string ItemName { get; init; } = "";

    public string Applicant { get; init; } = "";

    public string Identifier { get; init; } = "";

    public Organisation? Owner { get; init; }

    public string? OpenStep { get; init; }

    public DateOnly? OpenedOn { get; init; }

    public string? Opinion { get; init; }

    public IReadOnlyList<DossierMaterial> Materials { get; init; } = [];
}

internal sealed record DossierMaterial(string Key, string Name, string Attachment, DateOnly On);

internal abstract record DossierEvent
{
    [JournalEvent("dossier-step-opened")]
    public sealed record StepOpened(string Step, DateOnly On, DateOnly Due) : DossierEvent;

    [JournalEvent("dossier-step-completed")]
    public sealed record StepCompleted(string Step, bool Passed, string Opinion, IReadOnlyList<string> Attachments) : DossierEvent;
}

using System.Collections.Immutable;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Sdk;

namespace OneSeal.Host.Memoranda;

/// <summary>审管衔接备忘录: what two organisations agree on when items move from one to the other.</summary>
internal sealed record Memorandum
{
    public static StreamKind<Memorandum, MemorandumEvent> Kind { get; } = new()
    {
        Name = "memorandum",
        Events = new EventTypes<MemorandumEvent>(),
        Initial = new Memorandum(),
        Evolve = (memorandum, recorded) => memorandum.Evolve(recorded.Event),
        Project = (stream, _, memorandum) => [Row(stream, memorandum)],
        ReadModels = ["memoranda"],
    };

    public MemorandumContent? Content { get; init; }

    public ImmutableList<SideSignature> Signatures { get; init; } = [];

    /// <summary>From when it holds; null until both sides have signed.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    public ImmutableList<Handover> Handovers { get; init; } = [];

    public ImmutableList<Filing> Filings { get; init; } = [];

    public ImmutableList<BoundaryAgreement> Agreements { get; init; } = [];

    public ImmutableList<Amendment> Amendments { get; init; } = [];

    public DateTimeOffset? EndedAt { get; init; }

    public string Citation => $"《{Content?.Title}》（{Content?.Number}）";

    public MemorandumStatus Status => this switch
    {
        { EndedAt: not null } => MemorandumStatus.Ended,
        { Filings.Count: 3 } => MemorandumStatus.Filed,
        { EffectiveFrom: not null } => MemorandumStatus.Signed,
        { Signatures.Count: > 0 } => MemorandumStatus.SignedByOne,
        _ => MemorandumStatus.Draft,
    };

    private Memorandum Evolve(MemorandumEvent happened) => happened switch
    {
        // What one side signed is not what stands there now: it must sign again.
        MemorandumEvent.Drafted e => this with { Content = e.Content, Signatures = [] },
        MemorandumEvent.Signed e => this with { Signatures = Signatures.Add(e.Signature) },
        MemorandumEvent.TookEffect e => this with { EffectiveFrom = e.From },
        MemorandumEvent.HandedOver e => this with { Handovers = Handovers.Add(e.Handover) },
        MemorandumEvent.Filed e => this with { Filings = Filings.Add(e.Filing) },
        MemorandumEvent.BoundarySettled e => this with { Content = Settled(Content!, e.Agreement), Agreements = Agreements.Add(e.Agreement) },
        MemorandumEvent.Amended e => this with { Content = e.Content, Amendments = Amendments.Add(e.Amendment) },
        MemorandumEvent.Ended e => this with { EndedAt = e.At },
        _ => throw new InvalidOperationException($"A memorandum does not know {happened.GetType().Name}."),
    };

    /// <summary>What both sides settled on is what the memorandum says from now on; a later amendment may change it again.</summary>
    private static MemorandumContent Settled(MemorandumContent content, BoundaryAgreement agreement) => content with
    {
        Items =
        [
            .. content.Items.Select(i => i.Item == agreement.Item
                ? i with { Approves = agreement.Approves, Supervises = agreement.Supervises }
                : i),
        ],
    };

    private static NpgsqlBatchCommand Row(StreamName stream, Memorandum memorandum) => JournalSql.Statement(
        """
        insert into oneseal.memoranda (region, id, number, title, from_name, to_name, to_code, status, handover_on, effective_from)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (region, id) do update set number = excluded.number, title = excluded.title, from_name = excluded.from_name,
          to_name = excluded.to_name, to_code = excluded.to_code, status = excluded.status, handover_on = excluded.handover_on,
          effective_from = excluded.effective_from
        """,
        stream.Region, stream.Id, memorandum.Content!.Number, memorandum.Content.Title, memorandum.Content.From.Name,
        memorandum.Content.To.Name, memorandum.Content.To.Code, memorandum.Status.ToString(), memorandum.Content.HandoverOn,
        memorandum.EffectiveFrom.OrNull());
}

internal enum MemorandumStatus { Draft, SignedByOne, Signed, Filed, Ended }

/// <summary>What stands in a memorandum (达拉特旗 三(三)2, 临淄 三(四)).</summary>
/// <param name="Number">文号.</param>
/// <param name="From">移交方.</param>
/// <param name="To">承接方.</param>
/// <param name="HandoverOn">交接时间.</param>
/// <param name="Items">The items with the boundary of each.</param>
/// <param name="PushRules">审管信息推送: to whom, what, by when.</param>
/// <param name="Checklist">交接内容.</param>
internal sealed record MemorandumContent(
    string Number,
    string Title,
    Organisation From,
    Organisation To,
    DateOnly HandoverOn,
    IReadOnlyList<MemorandumItem> Items,
    IReadOnlyList<PushRule> PushRules,
    IReadOnlyList<HandoverEntry> Checklist);

/// <param name="Item">实施编码.</param>
/// <param name="Approves">审批职责: what the deciding side does, in words.</param>
/// <param name="Supervises">监管职责: what the supervising side does, in words.</param>
/// <param name="Supervisor">监管部门.</param>
/// <param name="BoundarySettled">Whether both sides agree on the boundary; if not, the item stays where it is.</param>
/// <param name="Support">技术支撑, by step.</param>
internal sealed record MemorandumItem(
    string Item, string Approves, string Supervises, Organisation Supervisor, bool BoundarySettled,
    IReadOnlyList<TechnicalSupport> Support);

/// <param name="StepKey">The item's step.</param>
/// <param name="Lead">主体责任.</param>
/// <param name="Helper">配合责任; null if the lead does it alone.</param>
/// <param name="Limit">完成时限.</param>
/// <param name="IfSilent">What happens when the limit passes without an opinion.</param>
internal sealed record TechnicalSupport(
    string StepKey, Organisation Lead, Organisation? Helper, Limit Limit, IfSilent IfSilent = IfSilent.Wait);

/// <summary>逾期未出具意见: the notices and rules of the districts differ, so both sides agree on it step by step.</summary>
internal enum IfSilent
{
    /// <summary>The case waits for the opinion, and the delay stands on record.</summary>
    Wait,

    /// <summary>超时默许: the case goes on without the opinion; that there was none stands with the case.</summary>
    ProceedWithout,
}

/// <param name="Topics">What is pushed.</param>
/// <param name="Recipient">推送对象.</param>
/// <param name="Within">推送时限, from the event.</param>
/// <param name="Content">推送内容, in words.</param>
internal sealed record PushRule(IReadOnlyList<SupervisionTopic> Topics, Organisation Recipient, Limit Within, string Content)
{
    /// <summary>Which fields of the application go along, by their names; none if not said.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Which of the case's documents go along; the decision if not said.</summary>
    public IReadOnlyList<NoticeKind>? Documents { get; init; }

    /// <summary>认领时限; the locality's if not said.</summary>
    public Limit? ClaimWithin { get; init; }

    /// <summary>
    /// Who is told that it was accepted is told what then happens to it, and who is told of a licence is told what becomes of it.
    /// </summary>
    public bool Covers(SupervisionTopic topic) => Topics.Contains(topic) || topic switch
    {
        SupervisionTopic.Suspended or SupervisionTopic.Resumed or SupervisionTopic.Closed => Topics.Contains(SupervisionTopic.Accepted),
        SupervisionTopic.LicenceChanged => Topics.Contains(SupervisionTopic.Issued),
        _ => false,
    };
}

/// <summary>What kinds of things are handed over.</summary>
internal enum HandoverKind
{
    /// <summary>文件.</summary>
    Files,

    /// <summary>档案资料.</summary>
    Archives,

    /// <summary>制式空白证照.</summary>
    BlankCertificates,

    /// <summary>印章.</summary>
    Seals,

    /// <summary>业务系统账号、密钥.</summary>
    SystemAccounts,
}

/// <param name="Key">Unique in the checklist.</param>
internal sealed record HandoverEntry(string Key, HandoverKind Kind, string Description, int Count);

internal sealed record Handover(string Key, string ReceivedBy, DateOnly On, string Remark);

/// <summary>The two sides of a memorandum.</summary>
internal enum Side { From, To }

internal sealed record SideSignature(Side Side, string Name, string Position, DateOnly On);

/// <summary>The three bodies with which a memorandum is filed (临淄 四(四)).</summary>
internal enum FilingBody
{
    /// <summary>区委编办.</summary>
    StaffingOffice,

    /// <summary>区政府办公室.</summary>
    GovernmentOffice,

    /// <summary>区司法局.</summary>
    JusticeBureau,
}

internal sealed record Filing(FilingBody Body, string Receipt, DateOnly On);

/// <summary>The document in which both sides settled a boundary that had been open.</summary>
internal sealed record BoundaryAgreement(string Item, string Approves, string Supervises, string Document);

/// <summary>修订: the agreement by which a memorandum in force was changed.</summary>
internal sealed record Amendment(string Document, DateOnly On);

internal abstract record MemorandumEvent
{
    [JournalEvent("memorandum-drafted")]
    public sealed record Drafted(MemorandumContent Content) : MemorandumEvent;

    [JournalEvent("memorandum-signed")]
    public sealed record Signed(SideSignature Signature) : MemorandumEvent;

    [JournalEvent("memorandum-took-effect")]
    public sealed record TookEffect(DateTimeOffset From) : MemorandumEvent;

    [JournalEvent("memorandum-handed-over")]
    public sealed record HandedOver(Handover Handover) : MemorandumEvent;

    [JournalEvent("memorandum-filed")]
    public sealed record Filed(Filing Filing) : MemorandumEvent;

    [JournalEvent("memorandum-boundary-settled")]
    public sealed record BoundarySettled(BoundaryAgreement Agreement) : MemorandumEvent;

    [JournalEvent("memorandum-amended")]
    public sealed record Amended(Amendment Amendment, MemorandumContent Content) : MemorandumEvent;

    [JournalEvent("memorandum-ended")]
    public sealed record Ended(DateTimeOffset At, string Reason) : MemorandumEvent;
}

internal sealed record MemorandumAnswer(string Id, int Version, MemorandumStatus Status, Memorandum Memorandum) : IVersioned
{
    public static MemorandumAnswer Of(LoadedStream<Memorandum, MemorandumEvent> stream) =>
        new(stream.Name.Id, stream.Version, stream.State.Status, stream.State);
}

using System.Text.Json.Serialization;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>What a department asks for; each kind has its own grounds and its own rules.</summary>
[JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Withdraw), "withdraw")]
[JsonDerivedType(typeof(Revoke), "revoke")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Suspend), "suspend")]
[JsonDerivedType(typeof(Reinstate), "reinstate")]
internal abstract record RequestedAct
{
    private RequestedAct()
    {
    }

    internal abstract LicenceActKind Kind { get; }

    /// <summary>The ground's name, as its text key ends in it.</summary>
    internal abstract string GroundKey { get; }

    /// <summary>Whether it takes something from the holder: then he is told and heard before it is decided (行政许可法 7).</summary>
    internal abstract bool BurdensHolder { get; }

    /// <summary>What must be considered for the holder's loss, as a text key ends in it; null where nothing is.</summary>
    internal virtual string? Recompense => null;

    /// <summary>Whether harm to the public interest must be weighed, and would stand against it (行政许可法 69).</summary>
    internal virtual bool WeighsPublicInterest => false;

    /// <summary>应当: whether, its facts upheld, the agency has no choice but for the public interest.</summary>
    internal virtual bool IsBound => false;

    /// <summary>Whether it only carries out a penalty decision (行政处罚决定书), whose number the reason then names.</summary>
    internal virtual bool RestsOnPenalty => false;

    /// <summary>The files on which it rests beside the evidence.</summary>
    internal virtual IEnumerable<string> Files => [];

    /// <summary>The paper that says so to the holder.</summary>
    internal abstract NoticeKind Document { get; }

    /// <summary>Such as 撤销.</summary>
    internal string Name => Text.Of("licence.act." + Kind);

    internal string GroundName => Text.Of($"request.ground.{Kind}.{GroundKey}");

    /// <summary>What it comes to beyond its name, in Chinese; null where the name says all.</summary>
    internal virtual string? Effect => null;

    /// <exception cref="Refusal">It contradicts itself, or the licence as it stands on the day.</exception>
    public virtual void Check(Licence licence, DateOnly today)
    {
        if (LicenceRules.WhyNot(Kind, licence.StateOn(today)) is { } refusal) throw refusal;
    }

    /// <summary>What happens to the licence when it is decided so.</summary>
    /// <param name="act">Its ground, as it was decided.</param>
    /// <param name="recompense">What was considered for the holder's loss.</param>
    public abstract LicenceEvent Happens(LicenceAct act, string? recompense);

    /// <summary>
    /// 变更: at the holder's wish (行政许可法 49), with the paper in which he agrees; without it as a withdrawal in part (行政许可法 8).
    /// </summary>
    /// <param name="What">What changes beside name and last day, in words.</param>
    /// <param name="Holder">The holder's new name; null if it stays.</param>
    /// <param name="ValidUntil">The new last day; null if it stays.</param>
    /// <param name="Consent">The attachment in which the holder agrees; null where it is against his will.</param>
    public sealed record Change(ChangeGround Ground, string? What, string? Holder, DateOnly? ValidUntil, string? Consent) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Change;

        internal override string GroundKey => Ground.ToString();

        internal override bool BurdensHolder => Consent is null;

        internal override string? Recompense => Consent is null ? "compensation" : null;

        internal override IEnumerable<string> Files => Consent is null ? [] : [Consent];

        internal override NoticeKind Document => NoticeKind.LicenceChange;

        internal override string Effect => string.Join("；", Parts);

        public override void Check(Licence licence, DateOnly today)
        {
            base.Check(licence, today);
            if (!Parts.Any()) throw new Refusal("change-of-nothing") { Field = "act.what" };
            if (ValidUntil < today) throw new Refusal("change-to-the-past", ("today", today)) { Field = "act.validUntil" };
            // A longer term is a renewal, and that the holder applies for (行政许可法 50).
            if (Ground != ChangeGround.WrittenWrongly && ValidUntil > licence.LastDayOn(today))
                throw new Refusal("change-is-renewal", ("last", licence.LastDayOn(today))) { Field = "act.validUntil" };
        }

        public override LicenceEvent Happens(LicenceAct act, string? recompense) =>
            new LicenceEvent.Changed(act, Effect, string.IsNullOrWhiteSpace(Holder) ? null : Holder, ValidUntil);

        private IEnumerable<string> Parts
        {
            get
            {
                if (!string.IsNullOrWhiteSpace(Holder)) yield return Text.Of("request.effect.holder", ("holder", Holder));
                if (ValidUntil is { } day) yield return Text.Of("request.effect.valid-until", ("day", day));
                if (!string.IsNullOrWhiteSpace(What)) yield return What;
            }
        }
    }

    /// <summary>撤回: it was lawful, but the law or the facts have changed; the holder's loss is compensated (行政许可法 8).</summary>
    public sealed record Withdraw(WithdrawGround Ground) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Withdraw;

        internal override string GroundKey => Ground.ToString();

        internal override bool BurdensHolder => true;

        internal override string Recompense => "compensation";

        internal override NoticeKind Document => NoticeKind.LicenceWithdrawal;

        public override LicenceEvent Happens(LicenceAct act, string? recompense) => new LicenceEvent.Withdrawn(act, recompense!);
    }

    /// <summary>撤销: it should never have been granted (行政许可法 69). Got by fraud or bribery it must be revoked, else it may be.</summary>
    public sealed record Revoke(RevokeGround Ground) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Revoke;

        internal override string GroundKey => Ground.ToString();

        internal override bool BurdensHolder => true;

        internal override string? Recompense => IsBound ? null : "damages";

        internal override bool WeighsPublicInterest => true;

        internal override bool IsBound => Ground == RevokeGround.Fraud;

        internal override NoticeKind Document => NoticeKind.LicenceRevocation;

        public override LicenceEvent Happens(LicenceAct act, string? recompense) => new LicenceEvent.Revoked(act, IsBound);
    }

    /// <summary>注销: it is taken off the register, because it or its holder has ended already (行政许可法 70).</summary>
    public sealed record Cancel(CancelGround Ground) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Cancel;

        internal override string GroundKey => Ground.ToString();

        // On these two grounds it is a matter of judgement that takes a licence from a holder who is there and may know better. Who
        // forfeits it was heard before he was punished (行政处罚法 44, 45, 63).
        internal override bool BurdensHolder => Ground is CancelGround.ForceMajeure or CancelGround.Other;

        internal override NoticeKind Document => NoticeKind.LicenceCancellation;

        internal override bool RestsOnPenalty => Ground == CancelGround.Forfeited;

        public override void Check(Licence licence, DateOnly today)
        {
            base.Check(licence, today);
            var state = licence.StateOn(today);
            var fits = Ground switch
            {
                CancelGround.NotRenewed => state == LicenceState.Expired,
                CancelGround.LicenceTaken => state is LicenceState.Withdrawn or LicenceState.Revoked,
                _ => state is not (LicenceState.Withdrawn or LicenceState.Revoked),
            };
            if (!fits)
                throw Refusal.Conflict("cancel-on-another-ground", ("state", state.InChinese()), ("ground", GroundName));
        }

        public override LicenceEvent Happens(LicenceAct act, string? recompense) => new LicenceEvent.Cancelled(act);
    }

    /// <summary>
    /// 暂停: the Licensing Law has no rule on it; the article is that of the statute on the matter, such as one that lets a licence be
    /// suspended until a fault is put right.
    /// </summary>
    /// <param name="Until">Its last day; null until it is lifted.</param>
    public sealed record Suspend(SuspendGround Ground, DateOnly? Until) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Suspend;

        internal override string GroundKey => Ground.ToString();

        internal override bool BurdensHolder => true;

        internal override NoticeKind Document => NoticeKind.LicenceSuspension;

        internal override string Effect =>
            Until is { } day ? Text.Of("request.effect.until", ("day", day)) : Text.Of("request.effect.until-lifted");

        public override void Check(Licence licence, DateOnly today)
        {
            base.Check(licence, today);
            if (Until < today) throw new Refusal("suspended-until-the-past", ("today", today)) { Field = "act.until" };
        }

        public override LicenceEvent Happens(LicenceAct act, string? recompense) => new LicenceEvent.Suspended(act, Until);
    }

    /// <summary>恢复: the suspension is lifted.</summary>
    public sealed record Reinstate(ReinstateGround Ground) : RequestedAct
    {
        internal override LicenceActKind Kind => LicenceActKind.Reinstate;

        internal override string GroundKey => Ground.ToString();

        internal override bool BurdensHolder => false;

        internal override NoticeKind Document => NoticeKind.LicenceReinstatement;

        public override LicenceEvent Happens(LicenceAct act, string? recompense) => new LicenceEvent.Reinstated(act);
    }
}

/// <summary>What a change rests on: that the holder's facts are others now, that the law is, or that it was written down wrongly.</summary>
internal enum ChangeGround { FactsChanged, LawChanged, WrittenWrongly }

/// <summary>行政许可法 8: the law on which it rests was changed or ended, or the facts have changed materially.</summary>
internal enum WithdrawGround { LawChanged, FactsChanged }

/// <summary>行政许可法 69.</summary>
internal enum RevokeGround
{
    /// <summary>滥用职权、玩忽职守.</summary>
    AbuseOrNeglect,

    /// <summary>超越法定职权.</summary>
    UltraVires,

    /// <summary>违反法定程序.</summary>
    WrongProcedure,

    /// <summary>申请人不具备资格或者不符合条件.</summary>
    Unqualified,

    /// <summary>依法可以撤销的其他情形.</summary>
    Other,

    /// <summary>以欺骗、贿赂等不正当手段取得.</summary>
    Fraud,
}

/// <summary>行政许可法 70.</summary>
internal enum CancelGround
{
    /// <summary>有效期届满未延续.</summary>
    NotRenewed,

    /// <summary>公民死亡或者丧失行为能力.</summary>
    PersonGone,

    /// <summary>法人或者其他组织终止.</summary>
    OrganisationEnded,

    /// <summary>被撤销、撤回.</summary>
    LicenceTaken,

    /// <summary>证件被吊销: a penalty that another body imposed, and of which the register knows nothing else.</summary>
    Forfeited,

    /// <summary>不可抗力.</summary>
    ForceMajeure,

    /// <summary>应当注销的其他情形.</summary>
    Other,
}

internal enum SuspendGround
{
    /// <summary>不再符合许可条件，限期改正.</summary>
    ConditionsLost,

    /// <summary>存在危及公共安全或者人身健康的紧急风险.</summary>
    Danger,

    /// <summary>法律、法规规定的其他情形.</summary>
    Other,
}

internal enum ReinstateGround
{
    /// <summary>已改正.</summary>
    PutRight,

    /// <summary>原暂停事由不成立.</summary>
    Unfounded,

    /// <summary>依法应当恢复的其他情形.</summary>
    Other,
}

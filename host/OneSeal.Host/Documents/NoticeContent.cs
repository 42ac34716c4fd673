using System.Text.Json.Serialization;

namespace OneSeal.Host.Documents;

/// <summary>
/// All that one notice prints, as it stood when it was made; it is kept as JSON, so that the paper can be printed again years later.
/// </summary>
/// <remarks>
/// One record for all kinds: they share nearly everything, and <see cref="NoticeRequirements"/> says in one place which of the
/// optional parts a kind cannot do without.
/// </remarks>
internal sealed record NoticeContent
{
    public required DocumentNumber Number { get; init; }

    /// <summary>The 文号 as it stands under the title.</summary>
    public required string DisplayNumber { get; init; }

    public required string IssuingOrganisation { get; init; }

    /// <summary>The day of the decision or notice, printed under the organisation's name; legal periods run from it.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Null as long as nobody has put the seal on it; until then the paper is a draft and says so.</summary>
    public SealImprint? Seal { get; init; }

    public required string ApplicantName { get; init; }

    public required string ItemName { get; init; }

    public required string ItemCode { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The day the application was handed in.</summary>
    public required DateOnly AppliedOn { get; init; }

    public DateOnly? AcceptedOn { get; init; }

    /// <summary>The day the applicant asked to withdraw.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>
    /// The bureau's period to decide; in a supplement notice the applicant's period to supplement; in an extension the new end.
    /// </summary>
    public NoticeDeadline? Deadline { get; init; }

    public IReadOnlyList<MissingMaterial> MissingMaterials { get; init; } = [];

    /// <summary>Of a receipt, which is made anew from its case each time and never kept.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReceivedMaterial> ReceivedMaterials { get; init; } = [];

    public IReadOnlyList<NoticeReason> Reasons { get; init; } = [];

    /// <summary>The departments' written opinions on which the decision rests.</summary>
    public IReadOnlyList<CitedOpinion> Opinions { get; init; } = [];

    /// <summary>Where the applicant should turn instead, when the matter is outside the bureau's power (article 32).</summary>
    public string? CompetentAgency { get; init; }

    public Remedies? Remedies { get; init; }

    public SpecialProcedureTerms? SpecialProcedure { get; init; }

    public ExtensionTerms? Extension { get; init; }

    /// <summary>What is granted; null for a licence that consists of the decision alone.</summary>
    public GrantedLicence? Licence { get; init; }

    /// <summary>What is to be done, or was done, to a licence at a department's request.</summary>
    public LicenceActTerms? Act { get; init; }

    public HearingTerms? Hearing { get; init; }

    public DecidedTerms? Decided { get; init; }

    public NoticeContact? Contact { get; init; }

    [JsonIgnore]
    public NoticeKind Kind => Number.Kind;

    [JsonIgnore]
    public bool IsSealed => Seal is not null;
}

/// <param name="Name">What stands below the star, such as 行政审批专用章; the organisation's name stands on the arc.</param>
internal sealed record SealImprint(string Name, DateOnly SealedOn);

/// <param name="Text">The period in words, such as 自受理之日起20个工作日.</param>
/// <param name="DueOn">Its last day.</param>
internal sealed record NoticeDeadline(string Text, DateOnly DueOn);

internal sealed record MissingMaterial(string Name, string Requirement);

/// <param name="Form">How it was handed in, in words.</param>
internal sealed record ReceivedMaterial(string Name, string Form);

/// <param name="Text">The reason, as a clause without a full stop.</param>
/// <param name="Article">The provision it rests on, such as 《食品安全法》第三十三条.</param>
internal sealed record NoticeReason(string Text, string? Article);

/// <param name="ReconsiderationBody">行政复议机关; 60 days (行政复议法 article 20).</param>
/// <param name="Court">The people's court; six months (行政诉讼法 article 46).</param>
internal sealed record Remedies(string ReconsiderationBody, string Court);

/// <param name="Name">Such as 专家评审.</param>
/// <param name="Article">The provision that takes its time out of the period: article 45, or a special statute.</param>
/// <param name="EstimatedLength">Such as 15个工作日.</param>
internal sealed record SpecialProcedureTerms(string Name, string Article, string EstimatedLength);

/// <param name="Length">Such as 10个工作日.</param>
/// <param name="Reason">As a clause after 因.</param>
/// <param name="ApproverRole">Such as 本机关负责人, or for joint handling 本级人民政府负责人.</param>
internal sealed record ExtensionTerms(string Length, string Reason, string ApproverRole);

/// <param name="Identifier">The certificate's number or its electronic identifier (GB/T 36904).</param>
/// <param name="ValidUntil">Inclusive; null for a licence without end.</param>
internal sealed record GrantedLicence(string Name, string Identifier, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <param name="Name">Such as 撤销.</param>
/// <param name="Ground">Such as 以欺骗、贿赂等不正当手段取得行政许可.</param>
/// <param name="Effect">What it comes to, as a clause; null where the name says all.</param>
/// <param name="Licence">The certificate's name.</param>
/// <param name="Identifier">Its number.</param>
/// <param name="Department">The department that asked for it.</param>
/// <param name="Letter">文号 of its letter.</param>
internal sealed record LicenceActTerms(
    string Name, string Ground, string? Effect, string Licence, string Identifier, string Holder, string Department, string Letter);

internal sealed record HearingTerms(DateOnly On, string Place, string Chair);

/// <param name="Heard">How the holder was heard, as a sentence; null where the law does not ask for it.</param>
/// <param name="Weighing">What was thought of the public interest.</param>
/// <param name="Recompense">What was considered for the holder's loss, as a sentence.</param>
internal sealed record DecidedTerms(bool Accepted, string? Heard, string? Weighing, string? Recompense);

internal sealed record NoticeContact(string Name, string Telephone, string Address);

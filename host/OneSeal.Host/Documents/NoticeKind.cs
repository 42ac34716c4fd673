using System.Text.Json;
using System.Text.Json.Serialization;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>What the bureau puts on paper. The articles are those of the Administrative Licensing Law (行政许可法).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
internal enum NoticeKind
{
    /// <summary>收件凭证: what was handed in; it follows from the case and carries no seal.</summary>
    [JsonStringEnumMemberName("receipt")]
    Receipt,

    /// <summary>受理通知书 (article 32).</summary>
    [JsonStringEnumMemberName("acceptance")]
    Acceptance,

    /// <summary>补正告知书: everything that is missing, said once (article 32).</summary>
    [JsonStringEnumMemberName("supplement")]
    Supplement,

    /// <summary>不予受理决定书 (article 32).</summary>
    [JsonStringEnumMemberName("nonAcceptance")]
    NonAcceptance,

    /// <summary>准予行政许可决定书 (article 38).</summary>
    [JsonStringEnumMemberName("grant")]
    Grant,

    /// <summary>不予行政许可决定书: with reasons and remedies (article 38).</summary>
    [JsonStringEnumMemberName("denial")]
    Denial,

    /// <summary>特别程序告知书: how long a procedure takes that is not counted (article 45).</summary>
    [JsonStringEnumMemberName("specialProcedure")]
    SpecialProcedure,

    /// <summary>延长办理期限告知书: with the reason (article 42).</summary>
    [JsonStringEnumMemberName("extension")]
    Extension,

    /// <summary>终止办理通知书.</summary>
    [JsonStringEnumMemberName("termination")]
    Termination,

    /// <summary>撤回申请确认书.</summary>
    [JsonStringEnumMemberName("withdrawal")]
    Withdrawal,

    /// <summary>备案证明: proves a filing and permits nothing.</summary>
    [JsonStringEnumMemberName("recordFiling")]
    RecordFiling,

    /// <summary>事先告知书: what is to be done to a licence, and the holder's rights (articles 7 and 47).</summary>
    [JsonStringEnumMemberName("intention")]
    Intention,

    /// <summary>听证通知书 (article 48).</summary>
    [JsonStringEnumMemberName("hearingCall")]
    HearingCall,

    /// <summary>变更决定书 (articles 8 and 49).</summary>
    [JsonStringEnumMemberName("licenceChange")]
    LicenceChange,

    /// <summary>撤回决定书 (article 8).</summary>
    [JsonStringEnumMemberName("licenceWithdrawal")]
    LicenceWithdrawal,

    /// <summary>撤销决定书 (article 69).</summary>
    [JsonStringEnumMemberName("licenceRevocation")]
    LicenceRevocation,

    /// <summary>注销决定书 (article 70).</summary>
    [JsonStringEnumMemberName("licenceCancellation")]
    LicenceCancellation,

    /// <summary>暂停决定书.</summary>
    [JsonStringEnumMemberName("licenceSuspension")]
    LicenceSuspension,

    /// <summary>恢复决定书.</summary>
    [JsonStringEnumMemberName("licenceReinstatement")]
    LicenceReinstatement,

    /// <summary>不予处理告知书: what the holder was told would be done is not done.</summary>
    [JsonStringEnumMemberName("clearance")]
    Clearance,

    /// <summary>复函: the answer to the department that asked.</summary>
    [JsonStringEnumMemberName("reply")]
    Reply,
}

/// <summary>What hangs on the kind alone.</summary>
internal static class NoticeKindFacts
{
    extension(NoticeKind kind)
    {
        /// <summary>The two letters a document number begins with: the initials of what staff call the document.</summary>
        public string Code => kind switch
        {
            NoticeKind.Acceptance => "SL",
            NoticeKind.Supplement => "BZ",
            NoticeKind.NonAcceptance => "BS",
            NoticeKind.Grant => "ZY",
            NoticeKind.Denial => "BX",
            NoticeKind.SpecialProcedure => "TB",
            NoticeKind.Extension => "YQ",
            NoticeKind.Termination => "ZZ",
            NoticeKind.Withdrawal => "CH",
            NoticeKind.RecordFiling => "BA",
            NoticeKind.Intention => "GZ",
            NoticeKind.HearingCall => "TZ",
            NoticeKind.LicenceChange => "BG",
            NoticeKind.LicenceWithdrawal => "XH",
            NoticeKind.LicenceRevocation => "CX",
            NoticeKind.LicenceCancellation => "ZX",
            NoticeKind.LicenceSuspension => "ZT",
            NoticeKind.LicenceReinstatement => "HF",
            NoticeKind.Clearance => "BC",
            NoticeKind.Reply => "FH",
            NoticeKind.Receipt => "SJ",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        /// <summary>Whether it has no effect without the seal.</summary>
        public bool NeedsSeal => kind != NoticeKind.Receipt;

        /// <summary>The name in JSON, in text keys and of the template.</summary>
        public string Key => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

        /// <summary>The heading of the document, for example 受理通知书.</summary>
        public string Title => Text.Of($"notice.{kind.Key}.title");

        /// <summary>The word that stands for the kind in a 文号, for example 审受.</summary>
        public string Series => Text.Of($"notice.{kind.Key}.series");
    }

    public static NoticeKind? FromCode(string code) =>
        Enum.GetValues<NoticeKind>().Where(k => k.Code == code).Select(k => (NoticeKind?)k).SingleOrDefault();
}

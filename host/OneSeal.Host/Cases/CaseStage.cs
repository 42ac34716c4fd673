namespace OneSeal.Host.Cases;

/// <summary>Where a case stands.</summary>
internal enum CaseStage
{
    None,

    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已收件，待受理.</summary>
    Filed,

    /// <summary>待补正.</summary>
    AwaitingSupplement,

    /// <summary>审查中.</summary>
    InReview,

    /// <summary>已决定，待用印.</summary>
    Decided,

    /// <summary>已用印.</summary>
    Sealed,

    /// <summary>已颁发.</summary>
    Issued,

    /// <summary>已送达.</summary>
    Delivered,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>不予受理.</summary>
    Declined,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>已终止.</summary>
    Terminated,
}

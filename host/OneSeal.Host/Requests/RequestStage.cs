namespace OneSeal.Host.Requests;

/// <summary>How far a department's request has come.</summary>
internal enum RequestStage
{
    None,

    /// <summary>已提交，待核实.</summary>
    Submitted,

    /// <summary>待补充材料.</summary>
    AwaitingEvidence,

    /// <summary>已核实.</summary>
    Verified,

    /// <summary>已告知持证人.</summary>
    HolderTold,

    /// <summary>已通知听证.</summary>
    HearingCalled,

    /// <summary>已听取意见.</summary>
    Heard,

    /// <summary>已决定.</summary>
    Decided,

    /// <summary>部门已撤回.</summary>
    TakenBack,
}

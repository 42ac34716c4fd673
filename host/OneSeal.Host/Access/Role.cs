namespace OneSeal.Host.Access;

/// <summary>
/// In what capacity somebody acts; a closed vocabulary. A person may hold several roles. That the one who receives a case does not
/// decide it as well (受审分离) is a rule of the case, not of the account.
/// </summary>
internal enum Role
{
    /// <summary>窗口人员: receives applications.</summary>
    Window,

    /// <summary>审查人员: reviews them.</summary>
    Reviewer,

    /// <summary>决定人员: decides them.</summary>
    Decider,

    /// <summary>用印人员: keeps the approval seal and puts it on results.</summary>
    SealKeeper,

    /// <summary>管理员: looks after accounts, modules and settings.</summary>
    Administrator,

    /// <summary>部门人员: acts for a department that handed items over.</summary>
    DepartmentOfficer,

    /// <summary>申请人: anybody from outside.</summary>
    Public,

    /// <summary>系统: the host itself. No account holds this role.</summary>
    System,
}

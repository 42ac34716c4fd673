namespace OneSeal.Sdk;

/// <summary>原行政审批部门: the department whose items a module brings.</summary>
/// <param name="Name">Its name, in Chinese, as it stands on documents.</param>
/// <param name="Code">统一社会信用代码.</param>
/// <param name="Region">行政区划代码.</param>
public sealed record DepartmentIdentity(string Name, SocialCreditCode Code, RegionCode Region);

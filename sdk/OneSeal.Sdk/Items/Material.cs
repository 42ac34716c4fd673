using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace OneSeal.Sdk;

/// <summary>申请材料: one document that an application must bring.</summary>
/// <remarks>
/// A catch-all ("其他材料", "有关材料", "等材料") is refused when the item is registered: what is asked must be said (山西 2019 三(四)).
/// </remarks>
/// <param name="Key">Short, stable name in kebab case; cases refer to it for life.</param>
/// <param name="Name">What the applicant is asked for, in Chinese.</param>
public sealed partial record Material(string Key, string Name)
{
    /// <summary>Form, number of copies, issuer or other requirement the applicant must know; empty if there is none.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>
    /// Whether an application without it is incomplete. One that only some forms need is false here and stands in the <c>RequiredWhen</c>
    /// of its item.
    /// </summary>
    public bool Required { get; init; } = true;

    /// <summary>
    /// The name of the licence of which this is a copy, if it is one: what the bureau has issued itself is not asked again.
    /// </summary>
    public string? HeldAs { get; init; }

    /// <summary>Whether the name asks for whatever may come to mind instead of saying what is needed.</summary>
    [JsonIgnore]
    public bool IsCatchAll => CatchAll().IsMatch(Name);

    [GeneratedRegex("其[他它](需要?|应当?|须|要求|规定|有关|相关|必要|必需|证明|提交|提供|出具|的)*(申请|申报)?(材料|资料|文件|证明)" +
        "|(有关|相关)(证明)?(材料|资料)$|等(证明)?(材料|资料|文件)$")]
    private static partial Regex CatchAll();
}

namespace OneSeal.Sdk;

/// <summary>申请材料: one document that an application must bring.</summary>
/// <remarks>
/// A catch-all ("其他材料", "有关材料", "等材料") is refused when the item is registered: what is asked must be said (山西 2019 三(四)).
/// </remarks>
/// <param name="Key">Short, stable name in kebab case; cases refer to it for life.</param>
/// <param name="Name">What the applicant is asked for, in Chinese.</param>
public sealed record Material(string Key, string Name)
{
    /// <summary>Form, number of copies, issuer or other requirement the applicant must know; empty if there is none.</summary>
    public string Requirement { get; init; } = "";

    /// <summary>Whether an application without it is incomplete. One that is required only sometimes is false here and named by a condition.</summary>
    public bool Required { get; init; } = true;

    /// <summary>
    /// The name of the licence of which this is a copy, if it is one: what the bureau has issued itself is not asked again.
    /// </summary>
    public string? HeldAs { get; init; }
}

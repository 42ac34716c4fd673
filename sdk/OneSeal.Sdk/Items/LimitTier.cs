namespace OneSeal.Sdk;

/// <summary>
/// A case of the statute in which another limit holds, decided by what the form says, as for 公路超限运输 (2, 5 or 15 working days by load).
/// </summary>
/// <typeparam name="TForm">The item's form.</typeparam>
/// <param name="Key">Short, stable name in kebab case.</param>
/// <param name="Label">When it holds, in Chinese; applicants read it in the guide.</param>
/// <param name="Statutory">The statutory limit of this case.</param>
/// <param name="When">Whether the form falls into it. Tiers are asked in order and the first that holds wins.</param>
public sealed record LimitTier<TForm>(string Key, string Label, Limit Statutory, Func<TForm, bool> When)
{
    /// <summary>The promise for this case; the item's own if null.</summary>
    public Limit? Promised { get; init; }
}

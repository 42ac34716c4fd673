namespace OneSeal.Sdk;

/// <summary>收费: what the applicant pays. An item without one is free (行政许可法 article 58).</summary>
/// <param name="Amount">Yuan, not negative; null where it depends on the case, as 占道费 on area and days.</param>
/// <param name="Basis">The statute or price document that allows it, in Chinese.</param>
public sealed record Fee(decimal? Amount, string Basis);

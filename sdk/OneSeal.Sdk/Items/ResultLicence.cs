namespace OneSeal.Sdk;

/// <summary>审批结果: the licence, certificate or approval document that a favourable decision brings.</summary>
/// <param name="Name">Its name, in Chinese, as it stands on the document.</param>
public sealed record ResultLicence(string Name)
{
    /// <summary>有效期 from the day of the decision; null for one without an end, or for one whose end the decision sets.</summary>
    public Limit? Validity { get; init; }

    /// <summary>How long before its end a renewal must be applied for (延续); null where there is no renewal.</summary>
    /// <remarks>行政许可法 article 50: 30 days unless a law or regulation says otherwise.</remarks>
    public Limit? RenewalWindow { get; init; }

    /// <summary>证照类型代码: the three characters after the credit code that defines the kind, see GB/T 36904; null until assigned.</summary>
    public string? KindCode { get; init; }
}

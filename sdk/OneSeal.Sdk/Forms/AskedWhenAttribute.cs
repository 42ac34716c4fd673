namespace OneSeal.Sdk;

/// <summary>
/// The field is asked for some answers to another one only; for any other answer it stays empty. It must be one that may be left out.
/// </summary>
/// <param name="member">The other member of the same record, a choice or a yes-or-no that stands before this one: <c>nameof(Kind)</c>.</param>
/// <param name="answers">The answers for which it is asked: values of the enumeration, or <c>true</c>, or <c>false</c>.</param>
/// <example><code>[Field("护士执业证书编号"), AskedWhen(nameof(Kind), Registration.Renewal)] string? CertificateNumber</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class AskedWhenAttribute(string member, params object[] answers) : Attribute
{
    /// <summary>The other member of the same record.</summary>
    public string Member { get; } = member;

    /// <summary>The answers for which the field is asked.</summary>
    public IReadOnlyList<object> Answers { get; } = answers;

    /// <summary>Whether it may be left empty even where it is asked; otherwise it must be filled in there.</summary>
    public bool Optional { get; set; }
}

namespace OneSeal.Sdk;

/// <summary>受理条件: what an application must fulfil to be accepted, decided by what the form says or by a person.</summary>
/// <typeparam name="TForm">The item's form.</typeparam>
/// <param name="Key">Short, stable name in kebab case.</param>
/// <param name="Text">The condition as applicants read it, in Chinese.</param>
public sealed record Condition<TForm>(string Key, string Text)
{
    /// <summary>Whether the form fulfils it; null for a condition that only a person can judge.</summary>
    public Func<TForm, bool>? Holds { get; init; }

    /// <summary>What to tell the applicant when it does not hold, in Chinese; <see cref="Text"/> if null.</summary>
    public string? Advice { get; init; }
}

namespace OneSeal.Sdk;

/// <summary>What a module registers is not sound. Nothing of the module is taken.</summary>
/// <param name="subject">The item or other thing at fault.</param>
/// <param name="problems">Everything wrong with it.</param>
public sealed class ModuleDefinitionException(string subject, IReadOnlyList<string> problems)
    : Exception($"{subject}: {string.Join(" ", problems)}")
{
    /// <summary>The item or other thing at fault.</summary>
    public string Subject { get; } = subject;

    /// <summary>Everything wrong with it, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

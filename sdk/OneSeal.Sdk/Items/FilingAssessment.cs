namespace OneSeal.Sdk;

/// <summary>What an item's definition says of one filled-in form; computed once, when the case is filed, and kept with it.</summary>
/// <param name="TierKey">The tier that holds; null for the item's own limits.</param>
/// <param name="Statutory">法定办结时限 of this case.</param>
/// <param name="Promised">承诺办结时限 of this case.</param>
/// <param name="RequiredMaterials">The keys of the materials without which it is incomplete.</param>
/// <param name="Steps">The keys of the steps to perform, in the item's order.</param>
/// <param name="UnmetConditions">The conditions that the form does not fulfil, with the advice to the applicant.</param>
public sealed record FilingAssessment(
    string? TierKey,
    Limit Statutory,
    Limit Promised,
    IReadOnlyList<string> RequiredMaterials,
    IReadOnlyList<string> Steps,
    IReadOnlyList<ConditionText> UnmetConditions);

/// <summary>受理条件 as people read it.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Text">The condition or the advice, in Chinese.</param>
public sealed record ConditionText(string Key, string Text);

/// <summary>A tier of the limit as people read it.</summary>
/// <param name="Key">Its stable name.</param>
/// <param name="Label">When it holds, in Chinese.</param>
/// <param name="Statutory">法定办结时限.</param>
/// <param name="Promised">承诺办结时限.</param>
public sealed record TierText(string Key, string Label, Limit Statutory, Limit Promised);

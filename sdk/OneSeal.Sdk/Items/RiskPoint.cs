namespace OneSeal.Sdk;

/// <summary>廉政风险防控点 / 监察点: a place in the procedure where discretion could be abused, and what is done against it.</summary>
/// <param name="StepKey">The step at which it lies.</param>
/// <param name="Risk">The risk, in Chinese.</param>
/// <param name="Control">The measure against it, in Chinese.</param>
public sealed record RiskPoint(string StepKey, string Risk, string Control);

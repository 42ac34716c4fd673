using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>Which step waits for which: one rule for running a case and for drawing its procedure.</summary>
internal static class StepOrder
{
    /// <summary>The keys that a step waits for: those it names, else the one before it in the list, else none.</summary>
    public static IReadOnlyList<string> Before(this IReadOnlyList<ReviewStep> steps, int index) =>
        steps[index].After ?? (index == 0 ? [] : [steps[index - 1].Key]);
}

using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>技术支撑: what the memorandum in force agrees on for an item's steps; a case keeps it for life, like its owner.</summary>
/// <param name="Citation">The memorandum as people cite it.</param>
/// <param name="Steps">Also those that this case does not go through: a corrected form may bring them.</param>
internal sealed record AgreedSupport(string Citation, IReadOnlyList<TechnicalSupport> Steps)
{
    public TechnicalSupport? For(string step) => Steps.FirstOrDefault(s => s.StepKey == step);

    /// <summary>The step within the limit that both sides agree on; that of the item where they agree on none.</summary>
    public static ReviewStep Apply(AgreedSupport? support, ReviewStep step) =>
        step.Performer != Performer.System && support?.For(step.Key) is { } agreed ? step with { Limit = agreed.Limit } : step;

    /// <summary>What is agreed at the moment of a command, by the memorandum that holds then; it must still hold when that is written.</summary>
    public static async Task<AgreedSupport?> LoadAsync(JournalWork work, string code, Item item, CancellationToken cancellationToken)
    {
        if (item.GoverningAt(work.Context.At) is not { } assignment) return null;
        var memorandum = await work.LoadAsync(Memorandum.Kind, assignment.Memorandum, cancellationToken);
        work.Require(memorandum);
        return Of(memorandum.State, code);
    }

    public static AgreedSupport? Of(Memorandum memorandum, string code) =>
        memorandum.Content?.Items.FirstOrDefault(i => i.Item == code) is { Support.Count: > 0 } covered
            ? new AgreedSupport(memorandum.Citation, covered.Support)
            : null;
}

using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;
using OneSeal.Sdk;

namespace OneSeal.Host.Boundaries;

/// <summary>职责边界清单: follows from the catalogue and the memoranda, so that it can be at odds with neither.</summary>
internal static class BoundaryList
{
    /// <param name="items">The region's items.</param>
    /// <param name="memoranda">The region's memoranda by id, each as it stood at the end of the day.</param>
    /// <param name="terms">The locality's terms of that day, for what the memoranda leave open.</param>
    /// <param name="day">The day at whose end it holds.</param>
    /// <returns>In the order of the items' codes; without those that were not yet or are no more.</returns>
    public static IReadOnlyList<Boundary> Of(
        IEnumerable<Item> items, IReadOnlyDictionary<string, Memorandum> memoranda, LinkageTerms terms, DateOnly day) =>
        [.. items.Select(item => Of(item, memoranda, terms, day)).OfType<Boundary>().OrderBy(b => b.Item, StringComparer.Ordinal)];

    private static Boundary? Of(Item item, IReadOnlyDictionary<string, Memorandum> memoranda, LinkageTerms terms, DateOnly day)
    {
        var at = EndOf(day);
        var ownership = item.OwnerAt(at);
        if (item.VersionAt(at) is not { Elements: var elements } || ownership.Owner is not { } owner) return null;
        var governing = item.GoverningAt(at);
        var isOpen = ownership.Memorandum != governing?.Memorandum;
        var memorandum = governing is null ? null : memoranda.GetValueOrDefault(governing.Memorandum);
        var covered = memorandum?.Content?.Items.FirstOrDefault(i => i.Item == elements.Code);
        var support = memorandum is null ? null : AgreedSupport.Of(memorandum, elements.Code);
        return new Boundary(
            elements.Code, elements.Name, owner, ownership.Supervisor,
            isOpen ? BoundaryStatus.Open : governing is null ? BoundaryStatus.ByLaw : BoundaryStatus.Settled)
        {
            Assisting = ownership.Assisting,
            Regime = ownership.Regime,
            Approves = covered?.Approves ?? "",
            Supervises = covered?.Supervises ?? "",
            Steps = [.. elements.Steps.Select(s => StepOf(s, owner, ownership.Supervisor, support))],
            StatutoryLimit = elements.StatutoryLimit,
            StartEvent = elements.StartEvent,
            PromisedLimit = elements.PromisedLimit,
            Linkage = owner.Code == ownership.Supervisor.Code ? null : LinkageOf(memorandum, ownership.Supervisor, terms),
            LegalBasis = elements.LegalBasis,
            Documents = [.. DocumentsOf(memorandum, elements.Code), .. isOpen ? [ownership.Citation!] : Array.Empty<string>()],
        };
    }

    private static BoundaryStep StepOf(ReviewStep step, Organisation owner, Organisation supervisor, AgreedSupport? support)
    {
        var agreed = support?.For(step.Key);
        var performer = StepPerformer.Of(step, owner, supervisor, agreed);
        return performer.Role == Role.System
            ? new BoundaryStep(step.Key, step.Name, null, null, step.Limit, null)
            : new BoundaryStep(
                step.Key, step.Name, performer.Organisation, performer.Helper, AgreedSupport.Apply(support, step).Limit, agreed?.IfSilent);
    }

    private static LinkageLimits LinkageOf(Memorandum? memorandum, Organisation supervisor, LinkageTerms terms)
    {
        var rule = memorandum?.Content?.PushRules.FirstOrDefault(r => r.Recipient.Code == supervisor.Code);
        return new LinkageLimits(rule?.Within, terms.DeemedClaimed ? null : rule?.ClaimWithin ?? terms.Claim, terms.Feedback);
    }

    private static IEnumerable<string> DocumentsOf(Memorandum? memorandum, string item) => memorandum is null
        ? []
        :
        [
            memorandum.Citation,
            .. memorandum.Agreements.Where(a => a.Item == item).Select(a => a.Document),
            .. memorandum.Amendments.Select(a => a.Document),
        ];

    /// <summary>The last moment of a day: what came into force on it counts, what ended on it does not.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => LocalTime.StartOf(day.AddDays(1)).AddTicks(-1);
}

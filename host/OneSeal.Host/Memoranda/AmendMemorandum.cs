using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>
/// 修订备忘录: by a further agreement both sides change how they work together — words of the boundary, technical support, push rules, checklist —
/// while the memorandum is in force. Which items it covers, who the sides are and since when it holds stay: that takes another memorandum.
/// </summary>
internal static class AmendMemorandum
{
    /// <param name="Document">文号 of the agreement that both sides signed.</param>
    /// <param name="On">The day of the agreement.</param>
    /// <param name="Items">What changes of which items; the others stay as they are.</param>
    /// <param name="PushRules">All push rules from now on; left out if they stay.</param>
    /// <param name="Checklist">The whole checklist from now on; left out if it stays. What was handed over must stay on it.</param>
    public sealed record Request(
        string Document, DateOnly On, IReadOnlyList<AmendedItem>? Items, IReadOnlyList<PushRule>? PushRules, IReadOnlyList<HandoverEntry>? Checklist);

    public sealed record AmendedItem(string Item, string Approves, string Supervises, IReadOnlyList<TechnicalSupport> Support);

    public static void MapAmendMemorandum(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/amendments", (string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<MemorandumAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var memorandum = await work.LoadAsync(Memorandum.Kind, id, cancellationToken);
        if (!memorandum.Exists) throw Refusal.NotFound("memorandum-unknown", ("id", id));
        var amended = Decide(memorandum.State, request, LocalTime.DayOf(work.Context.At));
        foreach (var (index, changed) in (request.Items ?? []).Index())
        {
            var item = await work.LoadAsync(Item.Kind, changed.Item, cancellationToken);
            DraftMemorandum.CheckSupport(item.State, changed.Support, $"items[{index}]");
        }

        if (request.PushRules is { } rules)
        {
            var items = new List<Item>();
            foreach (var covered in memorandum.State.Content!.Items)
                items.Add((await work.LoadAsync(Item.Kind, covered.Item, cancellationToken)).State);
            PushRuleCheck.CheckFields(rules, items);
        }

        return MemorandumAnswer.Of(work.Append(memorandum, amended));
    }

    public static MemorandumEvent Decide(Memorandum memorandum, Request request, DateOnly today)
    {
        if (memorandum.EffectiveFrom is null || memorandum.EndedAt is not null)
            throw new Refusal("memorandum-not-in-force", ("citation", memorandum.Citation));
        if (string.IsNullOrWhiteSpace(request.Document)) throw new Refusal("document-number-missing") { Field = "document" };
        if (request.On > today) throw new Refusal("date-in-the-future") { Field = "on" };
        var content = memorandum.Content!;
        var amended = content with
        {
            Items = Amended(content, request.Items ?? []),
            PushRules = request.PushRules ?? content.PushRules,
            Checklist = request.Checklist ?? content.Checklist,
        };
        if (request is { Items: null or [], PushRules: null, Checklist: null }) throw new Refusal("amendment-empty");
        PushRuleCheck.Check(amended.PushRules);
        if (amended.Checklist.DistinctBy(c => c.Key).Count() < amended.Checklist.Count) throw new Refusal("checklist-key-twice") { Field = "checklist" };
        if (memorandum.Handovers.Find(h => amended.Checklist.All(c => c.Key != h.Key)) is { } done)
            throw new Refusal("checklist-entry-needed", ("key", done.Key), ("date", done.On)) { Field = "checklist" };
        return new MemorandumEvent.Amended(new Amendment(request.Document, request.On), amended);
    }

    private static IReadOnlyList<MemorandumItem> Amended(MemorandumContent content, IReadOnlyList<AmendedItem> changes)
    {
        foreach (var (index, change) in changes.Index())
        {
            if (content.Items.All(i => i.Item != change.Item))
                throw new Refusal("memorandum-does-not-cover", ("citation", $"《{content.Title}》（{content.Number}）")) { Field = $"items[{index}].item" };
            if (changes.Take(index).Any(c => c.Item == change.Item)) throw new Refusal("transfer-entry-twice") { Field = $"items[{index}].item" };
        }

        return [.. content.Items.Select(i => changes.FirstOrDefault(c => c.Item == i.Item) is { } change
            ? i with { Approves = change.Approves, Supervises = change.Supervises, Support = change.Support }
            : i)];
    }
}

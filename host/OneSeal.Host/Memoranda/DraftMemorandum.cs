using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>起草备忘录: drawn up, and drawn up anew until both sides have signed; an earlier signature of one side falls away.</summary>
internal static class DraftMemorandum
{
    public static void MapDraftMemorandum(this IEndpointRouteBuilder routes) => routes
        .MapPut("/api/memoranda/{id}", (
            string id, MemorandumContent request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<MemorandumAnswer> RunAsync(
        JournalWork work, string id, MemorandumContent request, CancellationToken cancellationToken)
    {
        var memorandum = await work.LoadAsync(Memorandum.Kind, Ids.Checked(id), cancellationToken);
        var drafted = Decide(memorandum.State, request);
        var items = new List<Item>();
        foreach (var (index, covered) in request.Items.Index())
        {
            var item = await work.LoadAsync(Item.Kind, covered.Item, cancellationToken);
            if (!item.Exists) throw new Refusal("item-unknown", ("id", covered.Item)) { Field = $"items[{index}].item" };
            CheckSupport(item.State, covered.Support, $"items[{index}]");
            items.Add(item.State);
        }

        PushRuleCheck.CheckFields(request.PushRules, items);
        return MemorandumAnswer.Of(work.Append(memorandum, drafted));
    }

    public static MemorandumEvent Decide(Memorandum memorandum, MemorandumContent content)
    {
        if (memorandum.EffectiveFrom is not null) throw new Refusal("memorandum-in-force", ("citation", memorandum.Citation));
        if (string.IsNullOrWhiteSpace(content.Number)) throw new Refusal("document-number-missing") { Field = "number" };
        if (string.IsNullOrWhiteSpace(content.Title)) throw new Refusal("title-missing") { Field = "title" };
        content.From.RequireNamed("from");
        content.To.RequireNamed("to");
        foreach (var (index, covered) in content.Items.Index()) covered.Supervisor.RequireNamed($"items[{index}].supervisor");
        if (content.From.Code == content.To.Code) throw new Refusal("memorandum-with-oneself") { Field = "to" };
        if (content.Items.Count == 0) throw new Refusal("memorandum-without-items") { Field = "items" };
        if (content.Items.DistinctBy(i => i.Item).Count() < content.Items.Count)
            throw new Refusal("transfer-entry-twice") { Field = "items" };
        if (content.Checklist.DistinctBy(c => c.Key).Count() < content.Checklist.Count)
            throw new Refusal("checklist-key-twice") { Field = "checklist" };
        PushRuleCheck.Check(content.PushRules);
        return new MemorandumEvent.Drafted(content);
    }

    /// <summary>Support is agreed on for steps that the item has.</summary>
    public static void CheckSupport(Item item, IReadOnlyList<TechnicalSupport> agreed, string field)
    {
        var steps = item.Registrations[^1].Elements.Steps;
        foreach (var (index, support) in agreed.Index())
        {
            if (steps.All(s => s.Key != support.StepKey))
                throw new Refusal("support-for-unknown-step", ("item", item.Name), ("step", support.StepKey))
                {
                    Field = $"{field}.support[{index}].stepKey",
                };
        }
    }
}

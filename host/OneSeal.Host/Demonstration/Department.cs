using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>A department that takes part: its module, its items and what its file says of them.</summary>
internal sealed record Department(string Module, Organisation Organisation, ModuleStory Story, IReadOnlyList<StoryItem> Items)
{
    /// <summary>The seal with which it closes its own cases.</summary>
    public string Seal => Module.ToLowerInvariant() + "-seal";

    public string Memorandum => Module.ToLowerInvariant() + "-handover";

    public IEnumerable<StoryItem> Transferred => Items.Where(i => i.Story.Transferred);

    /// <exception cref="InvalidOperationException">The file names an item that the module does not register.</exception>
    public static Department Of(ModuleState state, ModuleStory story, IEnumerable<ServedItem> served)
    {
        var items = served.Where(i => i.Module == state.Id).OrderBy(i => i.Item.Code.Value, StringComparer.Ordinal)
            .Where(i => story.Items.ContainsKey(i.Item.Code.BasicCode))
            .Select(i => new StoryItem(i.Item.Code, ItemElements.Of(i.Item, state.Department!.Name), story.Items[i.Item.Code.BasicCode]))
            .ToArray();
        var unknown = story.Items.Keys.Except(items.Select(i => i.Code.BasicCode)).ToArray();
        return unknown.Length == 0
            ? new Department(state.Id, new Organisation(state.Department!.Name, state.Department.Code.Value), story, items)
            : throw new InvalidOperationException(
                $"{state.Id}/{ModuleStory.FileName} names items that the module does not have: {string.Join(", ", unknown)}.");
    }
}

internal sealed record StoryItem(ItemCode Code, ItemElements Elements, ItemStory Story)
{
    /// <summary>Can be decided within a week or two: few steps, and none that makes the clock stand still.</summary>
    public bool IsSimple => Elements.Handling != HandlingType.Immediate
        && Elements.Steps.All(s => s.Suspension is null)
        && Elements.Steps.Count(s => s.Performer != Performer.System) is 1 or 2;
}

using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>A module that is enabled brings its items into the catalogue; only what differs from before is journalled.</summary>
internal static class RegisterItems
{
    public static async Task RunAsync(
        EventJournal journal, CommandContext context, string module, string moduleVersion, DepartmentIdentity department,
        IReadOnlyList<RegisteredItem> items, CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            await journal.ExecuteAsync(
                context,
                async work =>
                {
                    var stream = await work.LoadAsync(Item.Kind, item.Code.Value, cancellationToken);
                    work.Append(stream, Decide(stream.State, module, moduleVersion, department, item));
                    return string.Empty;
                },
                cancellationToken);
        }
    }

    public static IEnumerable<ItemEvent> Decide(
        Item item, string module, string moduleVersion, DepartmentIdentity department, RegisteredItem registered)
    {
        var elements = ItemElements.Of(registered, department.Name);
        var known = item.Registrations is [.., var last] ? last.Elements : null;
        if (known is not null && JournalJson.Write(known) == JournalJson.Write(elements)) yield break;
        yield return new ItemEvent.Registered(module, moduleVersion, new Organisation(department.Name, department.Code.Value), elements);
    }
}

namespace OneSeal.Host.Journal;

/// <summary>The name under which an event is journalled. It outlives the class's name and never changes.</summary>
/// <param name="name">Kebab case, unique among all events.</param>
/// <param name="version">
/// Raised when the record's content changes; the older content is then brought up by an <see cref="EventUpgrade"/>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class JournalEventAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}

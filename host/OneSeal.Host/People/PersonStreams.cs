using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

internal static class PersonStreams
{
    /// <summary>A person of the command's own region.</summary>
    public static async Task<LoadedStream<Person, PersonEvent>> LoadPersonAsync(
        this JournalWork work, Guid id, CancellationToken cancellationToken)
    {
        var stream = await work.LoadAsync(Person.Kind, id.ToString(), cancellationToken);
        return stream.Exists ? stream : throw Refusal.NotFound("person-unknown");
    }
}

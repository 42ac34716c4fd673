using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>A person, and what was done to his account, by whom.</summary>
internal static class ShowPerson
{
    public sealed record Answer(PersonAnswer Person, IReadOnlyList<HistoryLine> History);

    public static void MapShowPerson(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/people/{id}", async (
            Guid id, Actor actor, HttpResponse response, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var stream = await journal.LoadAsync(Person.Kind, Person.Kind.Stream(actor.Region, id.ToString()), cancellationToken);
            if (!stream.Exists) throw Refusal.NotFound("person-unknown");
            response.Headers.ETag = Versions.ETag(stream.Version);
            var events = await journal.EventsAsync(stream.Name, cancellationToken);
            return TypedResults.Ok(new Answer(PersonAnswer.Of(stream), [.. events.Select(HistoryLine.Of)]));
        })
        .RequireRoles(Role.Administrator).OfBureau();
}

using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Localities;

/// <summary>设定过渡规则: which regime memoranda take over that take effect from a day on.</summary>
internal static class SetRegime
{
    /// <summary>A transition of more than three years is a slip of the hand: the notices name six months, or the end of the year.</summary>
    private const int LongestTransition = 36;

    public sealed record Request(DateOnly From, Regime Regime, string Basis);

    public static void MapSetRegime(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/locality/regimes", (Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, Locality.Kind, actor.Region, request,
                (_, context) => [Decide(request, LocalTime.DayOf(context.At))],
                after => LocalityAnswer.Of(after, LocalTime.DayOf(edge.Now)), "locality-unknown", cancellationToken))
            .RequireRoles(Role.Administrator);

        routes.MapGet("/api/locality", async (
            Actor actor, HttpResponse response, EventJournal journal, TimeProvider time, CancellationToken cancellationToken) =>
        {
            var locality = await journal.LoadAsync(Locality.Kind, Locality.Kind.Stream(actor.Region, actor.Region), cancellationToken);
            response.Headers.ETag = Versions.ETag(locality.Version);
            return LocalityAnswer.Of(locality, LocalTime.DayOf(time.GetUtcNow()));
        }).RequireRoles(Roles.Staff);

        routes.MapGet("/api/locality/history", async (Actor actor, EventJournal journal, CancellationToken cancellationToken) =>
            (await journal.EventsAsync(Locality.Kind.Stream(actor.Region, actor.Region), cancellationToken)).Select(HistoryLine.Of))
            .RequireRoles(Role.Administrator);
    }

    public static LocalityEvent Decide(Request request, DateOnly today)
    {
        if (request.From < today) throw new Refusal("regime-in-the-past", ("today", today)) { Field = "from" };
        if (string.IsNullOrWhiteSpace(request.Basis)) throw new Refusal("document-number-missing") { Field = "basis" };
        if (request.Regime is Regime.JointResponsibility { Months: < 1 or > LongestTransition })
            throw new Refusal("transition-too-long", ("months", LongestTransition)) { Field = "regime.months" };
        if (request.Regime is Regime.DepartmentLeads { Until: var until } && until < request.From)
            throw new Refusal("transition-over-before") { Field = "regime.until" };
        return new LocalityEvent.RegimeSet(request.From, request.Regime, request.Basis);
    }
}

/// <param name="Terms">How approval and supervision work together today, by what was set or else as is usual.</param>
internal sealed record LocalityAnswer(int Version, Locality Locality, LinkageTerms Terms) : IVersioned
{
    public static LocalityAnswer Of(LoadedStream<Locality, LocalityEvent> stream, DateOnly today) =>
        new(stream.Version, stream.State, stream.State.TermsOn(today));
}

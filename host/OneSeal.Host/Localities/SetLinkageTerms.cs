using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Localities;

/// <summary>设定审管联动时限: how approval and supervision work together from a day on.</summary>
internal static class SetLinkageTerms
{
    /// <summary>The districts' rules speak of one to twenty working days; more than a quarter of a year is a slip of the hand.</summary>
    private const int MostDays = 60, MostMonths = 3;

    public sealed record Request(DateOnly From, LinkageTerms Terms, string Basis);

    public static void MapSetLinkageTerms(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/locality/linkage-terms", (
            Request request, Actor actor, CommandEdge edge, LocalityBook localities, CancellationToken cancellationToken) =>
            edge.RunAsync(
                actor, request,
                async work =>
                {
                    var today = LocalTime.DayOf(work.Context.At);
                    var locality = await work.LoadAsync(Locality.Kind, actor.Region, cancellationToken);
                    if (!locality.Exists) throw Refusal.NotFound("locality-unknown", ("region", actor.Region));
                    return LocalityAnswer.Of(work.Append(locality, Decide(request, today)), today);
                },
                cancellationToken,
                answer =>
                {
                    localities.Forget(actor.Region);
                    return Task.FromResult(answer);
                }))
        .RequireRoles(Role.Administrator);

    public static LocalityEvent Decide(Request request, DateOnly today)
    {
        if (request.From < today) throw new Refusal("linkage-terms-in-the-past", ("today", today)) { Field = "from" };
        if (string.IsNullOrWhiteSpace(request.Basis)) throw new Refusal("document-number-missing") { Field = "basis" };
        var terms = request.Terms;
        RequireSane(terms.Claim, "terms.claim");
        RequireSane(terms.Feedback, "terms.feedback");
        RequireSane(terms.Answer, "terms.answer");
        RequireSane(terms.Norm, "terms.norm");
        if (terms.Light.WarnWorkingDaysBefore is < 0 or > MostDays)
            throw new Refusal("warning-out-of-range", ("most", MostDays)) { Field = "terms.light.warnWorkingDaysBefore" };
        return new LocalityEvent.LinkageTermsSet(request.From, terms, request.Basis);
    }

    /// <summary>A limit within which a person can do something, and that does not outlast everybody's memory of it.</summary>
    public static void RequireSane(Limit limit, string field)
    {
        if (limit.Count < 1 || limit.Count > (limit.Unit == LimitUnit.Month ? MostMonths : MostDays))
            throw new Refusal("linkage-limit-out-of-range", ("days", MostDays), ("months", MostMonths)) { Field = field };
    }
}

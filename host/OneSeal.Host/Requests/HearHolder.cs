using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>听取意见: what the holder said, at a hearing or without one, or that he said nothing in the time he had.</summary>
internal static class HearHolder
{
    public sealed record Request(HolderHeard How);

    public static void MapHearHolder(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/hear", (
            string id, Request request, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, id, request, (asked, moment) => Decide(asked, moment, request), cancellationToken, request.How.Files))
        .RequireRoles(Role.Reviewer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, Request request)
    {
        moment.RequireOwner(asked);
        switch (request.How)
        {
            case HolderHeard.Statement said:
                asked.Require(RequestStage.HolderTold);
                RequireDay(said.On, asked.ToldOn);
                RequireSummary(said.Summary);
                break;
            case HolderHeard.Hearing held:
                asked.Require(RequestStage.HearingCalled);
                RequireDay(held.On, asked.Hearing!.On);
                RequireSummary(held.Summary);
                CallHearing.RequireChair(asked, held.Chair, "how.chair");
                break;
            case HolderHeard.Waived waived:
                asked.Require(RequestStage.HolderTold, RequestStage.HearingCalled);
                RequireDay(waived.On, asked.ToldOn);
                // It ends his right at once, so it is in writing or recorded and signed.
                if (waived.Attachments.Count == 0) throw new Refusal("evidence-missing") { Field = "how.attachments" };
                break;
            case HolderHeard.Silent:
                asked.Require(RequestStage.HolderTold);
                if (moment.Today <= asked.SpeakBy) throw Refusal.Conflict("holder-may-still-speak", ("date", asked.SpeakBy));
                break;
            case var unknown:
                throw new InvalidOperationException($"A holder is not heard by {unknown.GetType().Name}.");
        }

        var until = request.How is HolderHeard.Hearing hearing ? hearing.On : moment.Today;
        yield return new RequestEvent.Heard(request.How, new RequestChange(asked, moment).Resumed(until));

        void RequireDay(DateOnly on, DateOnly? earliest)
        {
            if (on > moment.Today) throw new Refusal("date-in-the-future") { Field = "how.on" };
            if (on < earliest) throw new Refusal("heard-too-early", ("date", earliest)) { Field = "how.on" };
        }

        void RequireSummary(string summary)
        {
            if (string.IsNullOrWhiteSpace(summary)) throw new Refusal("summary-missing") { Field = "how.summary" };
        }
    }
}

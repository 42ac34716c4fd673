using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Requests;

/// <summary>
/// 事先告知: before something is taken from the holder he is told the facts, the ground and the provision, that he may state his case
/// (陈述申辩, 行政许可法 7) and that he may ask for a hearing (行政许可法 47).
/// </summary>
internal static class TellHolder
{
    /// <summary>
    /// 行政许可法 47: five days to ask for a hearing. Counted in working days: whichever way the law is read, nobody's right is cut short.
    /// </summary>
    public static readonly Limit LimitToAsk = Limit.WorkingDays(5);

    public sealed record Request;

    public static void MapTellHolder(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/tell-holder", (string id, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, new Request(), Decide, cancellationToken))
        .RequireRoles(Role.Reviewer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment)
    {
        asked.Require(RequestStage.Verified);
        moment.RequireOwner(asked);
        if (!asked.MustHear) throw Refusal.Conflict("holder-need-not-be-heard", ("act", asked.Act!.Name));
        var speakBy = SpeakBy(moment.Today, moment.Calendar);
        return new RequestChange(asked, moment)
            .Add(new RequestEvent.HolderTold(speakBy))
            .Issue(NoticeKind.Intention, notice => notice with
            {
                Reasons =
                [
                    new NoticeReason(Clauses.Of(asked.Reason), asked.Article),
                    new NoticeReason(Clauses.Of(asked.Verification!.Findings), null),
                ],
                Deadline = new NoticeDeadline(LimitText.Of(LimitToAsk), speakBy),
            })
            .Events;
    }

    public static DateOnly SpeakBy(DateOnly toldOn, WorkCalendar calendar) =>
        Clock.Derive(new Deadline(LimitToAsk, StartEvent.Received, toldOn), calendar).Due!.Value;
}

using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Requests;

/// <summary>
/// 通知听证: the holder has asked for it in time; it is held within twenty working days (行政许可法 47), he hears of it seven days ahead, and
/// who looked into the matter does not chair it (行政许可法 48).
/// </summary>
internal static class CallHearing
{
    public static readonly Limit LimitToHold = Limit.WorkingDays(20);

    /// <summary>
    /// 行政许可法 48: seven days ahead. Counted in working days, as the law counts the agency's periods (行政许可法 82), which is the longer.
    /// </summary>
    public static readonly Limit NoticeAhead = Limit.WorkingDays(7);

    public static void MapCallHearing(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/hearing", (
            string id, PlannedHearing request, Actor actor, RequestEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(actor, id, request, (asked, moment) => Decide(asked, moment, request), cancellationToken))
        .RequireRoles(Role.Reviewer);

    public static IEnumerable<RequestEvent> Decide(FormalRequest asked, RequestMoment moment, PlannedHearing planned)
    {
        // Who has stated his case may still want to be heard in public.
        asked.Require(asked.Heard is HolderHeard.Statement ? RequestStage.Heard : RequestStage.HolderTold);
        moment.RequireOwner(asked);
        if (string.IsNullOrWhiteSpace(planned.Place)) throw new Refusal("hearing-place-missing") { Field = "place" };
        RequireChair(asked, planned.Chair, "chair");
        if (planned.AppliedOn > moment.Today) throw new Refusal("date-in-the-future") { Field = "appliedOn" };
        if (planned.AppliedOn < asked.ToldOn)
            throw new Refusal("before-holder-was-told", ("date", asked.ToldOn)) { Field = "appliedOn" };
        if (planned.AppliedOn > asked.SpeakBy)
            throw new Refusal("hearing-asked-too-late", ("date", asked.SpeakBy)) { Field = "appliedOn" };
        var earliest = EndOf(NoticeAhead, moment.Today, moment.Calendar);
        if (planned.On < earliest) throw new Refusal("hearing-notice-too-short", ("earliest", earliest)) { Field = "on" };
        var holdBy = EndOf(LimitToHold, planned.AppliedOn, moment.Calendar);
        // Called so late that both cannot be kept, it is held as soon as he has had his seven days.
        var latest = holdBy < earliest ? earliest : holdBy;
        if (planned.On > latest) throw new Refusal("hearing-too-late", ("latest", latest)) { Field = "on" };

        var change = new RequestChange(asked, moment);
        var answer = change.Stopped(planned.AppliedOn, LegalBasis.SpecialProcedure, Text.Of("request.clock.hearing"));
        return change
            .Add(new RequestEvent.HearingCalled(planned, answer))
            .Issue(NoticeKind.HearingCall, notice => notice with { Hearing = new HearingTerms(planned.On, planned.Place, planned.Chair) })
            .Events;
    }

    public static void RequireChair(FormalRequest asked, string chair, string field)
    {
        if (string.IsNullOrWhiteSpace(chair)) throw new Refusal("signature-without-name") { Field = field };
        if (chair.Trim() == asked.Verification!.ByName) throw new Refusal("hearing-chair-verified", ("chair", chair)) { Field = field };
    }

    private static DateOnly EndOf(Limit limit, DateOnly from, WorkCalendar calendar) =>
        Clock.Derive(new Deadline(limit, StartEvent.Received, from), calendar).Due!.Value;
}

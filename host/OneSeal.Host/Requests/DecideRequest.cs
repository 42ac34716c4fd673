using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Requests;

/// <summary>
/// 决定: by somebody who neither decided the licence nor looked into the request. What is decided happens to the licence in the same
/// transaction, and with it the papers are made and everybody concerned is told.
/// </summary>
internal sealed class DecideRequest(RequestCommands commands, LicenceCommands licences)
{
    /// <param name="HearingRecord">Where a hearing was held, the attachment with its record: the decision rests on it (行政许可法 48).</param>
    /// <param name="PublicInterest">For a revocation: what it would mean to the public (行政许可法 69).</param>
    /// <param name="Recompense">补偿、赔偿: what was considered for the holder's loss.</param>
    public sealed record Request(
        bool Accepted, IReadOnlyList<NoticeReason>? Reasons, string? HearingRecord, PublicInterest? PublicInterest, string? Recompense);

    public static void MapDecideRequest(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests/{id}/decide", (
            string id, Request request, Actor actor, CommandEdge edge, DecideRequest decide, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => decide.RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Decider);

    public async Task<RequestAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var stream = await commands.LoadAsync(work, id, cancellationToken);
        var licence = await work.LoadAsync(Licence.Kind, stream.State.Licence!.Identifier, cancellationToken);
        var @case = await work.LoadAsync(Case.Kind, stream.State.Licence.CaseId, cancellationToken);
        var moment = await commands.MomentAsync(work, id, cancellationToken);
        var after = work.Append(stream, Decide(stream.State, licence.State, @case.State, moment, request));
        var decision = after.State.Decision!;
        if (decision.Accepted) await licences.AppendAsync(work, licence, [HappensTo(id, after.State)], cancellationToken);
        Tell(work, after);
        return RequestAnswer.Of(after);
    }

    public static IEnumerable<RequestEvent> Decide(
        FormalRequest asked, Licence licence, Case @case, RequestMoment moment, Request request)
    {
        asked.Require(RequestStage.Verified, RequestStage.Heard);
        moment.RequireOwner(asked);
        RequireOther(asked, @case, moment.Actor);
        if (!asked.IsReady) throw Refusal.Conflict("holder-not-heard", ("act", asked.Act!.Name));
        if (asked.Heard is HolderHeard.Statement && moment.Today <= asked.SpeakBy)
            throw Refusal.Conflict("hearing-may-still-be-asked", ("date", asked.SpeakBy));
        var reasons = request.Reasons.Checked();
        if (asked.Heard is HolderHeard.Hearing held && request.HearingRecord != held.Record)
            throw new Refusal("hearing-record-not-cited", ("record", held.Record)) { Field = "hearingRecord" };
        if (request.Accepted) RequireAcceptable(asked, licence, moment, request);
        else RequireRejectable(asked, request);

        var change = new RequestChange(asked, moment);
        var act = asked.Act!;
        var document = request.Accepted ? change.NumberFor(act.Document).Display(moment.Locality.Abbreviation) : null;
        change.Add(new RequestEvent.Decided(new RequestDecision(
            request.Accepted, reasons, moment.Today, (asked.Heard as HolderHeard.Hearing)?.Record, request.PublicInterest,
            request.Recompense, document)));
        if (!request.Accepted)
        {
            change.ClearHolder(reasons);
        }
        else
        {
            change.Issue(act.Document, notice => notice with
            {
                Reasons = reasons,
                Decided = Terms(asked, request),
                Remedies = act.BurdensHolder ? new Remedies(moment.Locality.Government, moment.Locality.Court) : null,
            });
        }

        return change
            .Issue(NoticeKind.Reply, notice => notice with
            {
                ApplicantName = asked.Department.Name,
                Reasons = reasons,
                Decided = Terms(asked, request),
            })
            .Events;
    }

    public static LicenceEvent HappensTo(string id, FormalRequest decided)
    {
        var decision = decided.Decision!;
        var reason = string.Join("；", decision.Reasons.Select(r => r.Text));
        return decided.Act!.Happens(new LicenceAct(reason, decided.Article, id, decision.Document), decision.Recompense);
    }

    private static void RequireOther(FormalRequest asked, Case @case, Actor actor)
    {
        if (@case.DecidedBy == actor.Id)
            throw new Refusal("decider-decided-the-licence") { Status = StatusCodes.Status403Forbidden };
        if (asked.Verification!.By == actor.Id)
            throw new Refusal("decider-verified-the-request") { Status = StatusCodes.Status403Forbidden };
    }

    private static void RequireAcceptable(FormalRequest asked, Licence licence, RequestMoment moment, Request request)
    {
        var act = asked.Act!;
        if (!asked.Verification!.Upheld) throw Refusal.Conflict("request-not-upheld");
        // As it stands now: it may have expired, or something else may have been done to it since the request came.
        act.Check(licence, moment.Today);
        if (act.WeighsPublicInterest)
        {
            if (string.IsNullOrWhiteSpace(request.PublicInterest?.Weighing))
                throw new Refusal("public-interest-not-weighed") { Field = "publicInterest" };
            if (request.PublicInterest.GreatHarm) throw Refusal.Conflict("public-interest-forbids");
        }

        if (act.Recompense is { } recompense && string.IsNullOrWhiteSpace(request.Recompense))
        {
            throw new Refusal("recompense-not-considered", ("recompense", Text.Of("request.recompense." + recompense)))
            {
                Field = "recompense",
            };
        }

        if (act.IsBound && !string.IsNullOrWhiteSpace(request.Recompense))
            throw new Refusal("fraud-not-protected") { Field = "recompense" };
    }

    // 应当予以撤销: who got it by fraud keeps it only where taking it away would harm the public greatly.
    private static void RequireRejectable(FormalRequest asked, Request request)
    {
        if (!asked.Act!.IsBound || !asked.Verification!.Upheld) return;
        if (request.PublicInterest is not { GreatHarm: true } || string.IsNullOrWhiteSpace(request.PublicInterest.Weighing))
            throw new Refusal("fraud-must-be-revoked") { Field = "publicInterest" };
    }

    private static DecidedTerms Terms(FormalRequest asked, Request request) => new(
        request.Accepted, asked.Heard?.InWords, request.PublicInterest is { } interest ? Clauses.Of(interest.Weighing) : null,
        string.IsNullOrWhiteSpace(request.Recompense) || asked.Act!.Recompense is not { } recompense
            ? null
            : Text.Of(
                "request.recompense.in-words", ("recompense", Text.Of("request.recompense." + recompense)),
                ("what", Clauses.Of(request.Recompense))));

    private static void Tell(JournalWork work, LoadedStream<FormalRequest, RequestEvent> stream)
    {
        var request = stream.State;
        var licence = request.Licence!;
        var content = new AnsweredRequest(
            SupervisionTopic.RequestAnswered, work.Context.At, licence.CaseId, licence.CaseNumber, licence.Item, licence.ItemName,
            stream.Name.Id, request.Letter!.Number, request.Act!.Kind, licence.Identifier, request.Decision!.Accepted,
            request.Decision.Reasons, request.Notices[^1].DisplayNumber);
        var subject = Case.Kind.Stream(work.Context.Region, licence.CaseId).Name;
        foreach (var recipient in new[] { Recipients.Hooks(request.Department.Code), Recipients.System(request.Department.Code) })
            work.Deliver(stream.Name, stream.Version, new Delivery(AnsweredRequest.TopicName, recipient, content) { Subject = subject });
    }
}

/// <summary>What the department's own system and hooks are told of the answer; it begins as every notice of a case does.</summary>
/// <param name="Request">The request's id.</param>
/// <param name="Letter">文号 of the department's letter.</param>
/// <param name="Reply">文号 of the answer.</param>
internal sealed record AnsweredRequest(
    SupervisionTopic Topic, DateTimeOffset At, string CaseId, string CaseNumber, string Item, string ItemName, string Request,
    string Letter, LicenceActKind Act, string Identifier, bool Accepted, IReadOnlyList<NoticeReason> Reasons, string Reply)
{
    public const string TopicName = "requestAnswered";
}

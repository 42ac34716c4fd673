using System.Text.RegularExpressions;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Linkage;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Requests;

/// <summary>
/// 正式行文: a department that supervises a licence, or was told of it, asks for something to be done to it, with evidence, by a letter.
/// </summary>
internal sealed partial class SubmitRequest(
    EventJournal journal, RequestCommands commands, Attachments attachments, NpgsqlDataSource database)
{
    /// <param name="Licence">The licence's identifier.</param>
    /// <param name="Reason">The facts, in words.</param>
    /// <param name="Article">The provision on which the department rests it.</param>
    /// <param name="Evidence">Attachments that the sender has uploaded.</param>
    public sealed record Request(
        string Licence, RequestedAct Act, Letter Letter, string Reason, string Article, IReadOnlyList<string> Evidence);

    public static void MapSubmitRequest(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/requests", (
            Request request, Actor actor, CommandEdge edge, SubmitRequest submit, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => submit.RunAsync(work, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public async Task<RequestAnswer> RunAsync(JournalWork work, Request request, CancellationToken cancellationToken)
    {
        var actor = work.Context.Actor;
        var (licence, @case) = await SupervisedLicence.LoadAsync(work, database, request.Licence, "licence", cancellationToken);
        // It may be typed without its root; it is kept and looked up as it is in full.
        request = request with { Licence = licence.Name.Id };
        var item = await work.LoadAsync(Item.Kind, licence.State.Item, cancellationToken);
        await RequireNoneOpenAsync(work, request, cancellationToken);
        await attachments.CheckEvidenceAsync(actor, [.. request.Evidence, .. request.Act.Files], cancellationToken);

        // A licence that changes meanwhile may no longer be asked this for, and an item that moves is another's to decide.
        work.Require(licence);
        work.Require(item);
        var moment = await commands.MomentAsync(work, "", cancellationToken);
        var submitted = Decide(licence.State, @case, item.State, moment, request);
        var serial = await journal.NextNumberAsync(work.Context.Region, $"requests:{moment.Today.Year}", cancellationToken);
        var stream = work.Begin(FormalRequest.Kind, CaseId.Make(moment.Today.Year, serial));
        return RequestAnswer.Of(work.Append(stream, submitted));
    }

    public static RequestEvent.Submitted Decide(Licence licence, Case @case, Item item, RequestMoment moment, Request request)
    {
        if (string.IsNullOrWhiteSpace(request.Letter.Number)) throw new Refusal("document-number-missing") { Field = "letter.number" };
        if (request.Letter.On > moment.Today) throw new Refusal("date-in-the-future") { Field = "letter.on" };
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        if (request.Act.RestsOnPenalty && !DocumentNumber().IsMatch(request.Reason))
            throw new Refusal("penalty-number-missing") { Field = "reason" };
        if (string.IsNullOrWhiteSpace(request.Article)) throw new Refusal("article-missing") { Field = "article" };
        if (request.Evidence.Count == 0) throw new Refusal("evidence-missing") { Field = "evidence" };
        request.Act.Check(licence, moment.Today);
        var answer = new Deadline(moment.Locality.TermsOn(moment.Today).Answer, StartEvent.Received, moment.Today);
        return new RequestEvent.Submitted(
            request.Letter,
            request.Act,
            request.Reason,
            request.Article,
            request.Evidence,
            new RequestedLicence(
                request.Licence, licence.Name, licence.Holder, licence.Item, licence.ItemName, licence.CaseId, @case.Number!,
                @case.ReceivedOn!.Value, @case.Channel == Channel.Online ? @case.DraftedBy : null),
            moment.Actor.Organisation,
            // An item that was cancelled has no owner any more; its licences are still those of who issued them.
            item.OwnerAt(moment.Context.At).Owner ?? licence.Issuer,
            moment.Today,
            RunningLimit.Of(answer, moment.Calendar));
    }

    // 文号, in whichever brackets it was typed.
    [GeneratedRegex(@"[〔［\[（(][0-9]{4}[〕］\]）)]\s*第?\s*[0-9]+\s*号")]
    private static partial Regex DocumentNumber();

    // Two that come at the same moment meet at the index requests_open; the later one then is told what it is told here.
    private async Task RequireNoneOpenAsync(JournalWork work, Request request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select department_name, letter from oneseal.requests where region = $1 and licence = $2 and kind = $3 and is_open");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = work.Context.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Licence });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = request.Act.Kind.ToString() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return;
        throw Refusal.Conflict(
            "request-open-already", ("department", reader.GetString(0)), ("letter", reader.GetString(1)), ("act", request.Act.Name));
    }
}

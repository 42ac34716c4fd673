using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;
using OneSeal.Sdk;

namespace OneSeal.Host.Feedback;

/// <summary>监管信息反馈: a department reports what it found, imposed or learnt, to the bureau that decides the next application.</summary>
internal sealed class ReportFeedback(
    EventJournal journal, NpgsqlDataSource database, LocalityBook localities, SubjectFinder subjects, Attachments attachments)
{
    /// <summary>The key of the delay with which a late report stays on record.</summary>
    public const string LateKey = "report";

    private const int LongestExternalId = 200;

    /// <param name="ExternalId">
    /// How the reporting system names it, unique among what its organisation reports: sent again, it is answered and not reported twice.
    /// </param>
    public sealed record Request(FeedbackAbout About, FeedbackContent Content, IReadOnlyList<string>? Attachments, string? ExternalId);

    public static void MapReportFeedback(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/feedback", (
            Request request, Actor actor, CommandEdge edge, ReportFeedback report, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => report.RunAsync(work, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.DepartmentOfficer);

    public async Task<FeedbackAnswer> RunAsync(JournalWork work, Request request, CancellationToken cancellationToken)
    {
        var reporter = work.Context.Actor.Organisation;
        var external = ReferenceOf(request);
        var id = external is null ? await NextIdAsync(work.Context, cancellationToken) : IdOf(reporter, external);
        var stream = await work.LoadAsync(FeedbackRecord.Kind, id, cancellationToken);
        if (stream.Exists)
        {
            return stream.State.External == external
                ? FeedbackAnswer.Of(stream)
                : throw Refusal.Conflict("external-id-reused", ("id", external!.Id));
        }

        var subject = await subjects.FindAsync(work, request.About, cancellationToken);
        await attachments.CheckOwnAsync(work.Context.Actor, request.Attachments ?? [], cancellationToken);
        var (locality, calendar) = await localities.OfAsync(work.Context.Region, cancellationToken);
        var after = work.Append(stream, Decide(request, subject, external, work.Context, locality, calendar));
        if (request.Content is FeedbackContent.Inspection inspection && subject.Licence is { } licence)
            await PlannedInspection.FulfilAsync(work, database, licence, id, inspection.On, cancellationToken);
        return FeedbackAnswer.Of(after);
    }

    public static IEnumerable<FeedbackEvent> Decide(
        Request request, FeedbackSubject subject, ExternalReference? external, CommandContext context, Locality locality,
        WorkCalendar calendar)
    {
        var (content, reporter, today) = (request.Content, context.Actor.Organisation, LocalTime.DayOf(context.At));
        if (!content.MayBeAbout(subject.Kind)) throw new Refusal("feedback-about-the-wrong") { Field = "about.kind" };
        content.Check(today);
        var limit = Running(locality.TermsOn(content.HappenedOn).Feedback, content.HappenedOn, calendar);
        var norm = content is FeedbackContent.NormChange
            ? new NormDuty(locality.Bureau, Running(locality.TermsOn(today).Norm, today, calendar))
            : null;
        yield return new FeedbackEvent.Reported(subject, content, reporter, request.Attachments ?? [], limit, norm, external);
        // Late is on record and not refused: what supervision knows is needed all the same.
        if (limit.Due is { } due && due < today)
        {
            yield return new FeedbackEvent.Delayed(
                new Delay(LateKey, reporter, Role.DepartmentOfficer, Text.Of("task.report-feedback"), due, today, today));
        }
    }

    private static RunningLimit Running(Limit limit, DateOnly from, WorkCalendar calendar) =>
        RunningLimit.Of(new Deadline(limit, StartEvent.Received, from), calendar);

    private static ExternalReference? ReferenceOf(Request request)
    {
        if (request.ExternalId is not { } id) return null;
        if (string.IsNullOrWhiteSpace(id) || id.Length > LongestExternalId)
            throw new Refusal("external-id-malformed", ("longest", LongestExternalId)) { Field = "externalId" };
        return new ExternalReference(id, Hash(JournalJson.Write(request)));
    }

    // The name of the stream follows from it, so that of two at once one only can begin it.
    private static string IdOf(Organisation reporter, ExternalReference external) => Hash($"{reporter.Code}\n{external.Id}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    private async Task<string> NextIdAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var year = LocalTime.DayOf(context.At).Year;
        var serial = await journal.NextNumberAsync(context.Region, $"feedback:{year}", cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}{serial:D6}");
    }
}

/// <summary>What a feedback is about, as the reporter says it.</summary>
/// <param name="Id">证照标识, 公民身份号码 or 统一社会信用代码, or 实施编码.</param>
/// <param name="Name">The holder's name; of a licence or an item it is known.</param>
internal sealed record FeedbackAbout(SubjectKind Kind, string Id, string? Name);

/// <summary>The feedback as it stands after a command, in short.</summary>
internal sealed record FeedbackAnswer(string Id, int Version, FeedbackState State, DateOnly? ReportDue, bool Late) : IVersioned
{
    public static FeedbackAnswer Of(LoadedStream<FeedbackRecord, FeedbackEvent> stream) => new(
        stream.Name.Id, stream.Version, stream.State.State, stream.State.Limit!.Due,
        stream.State.Delays.Exists(d => d.Key == ReportFeedback.LateKey));
}

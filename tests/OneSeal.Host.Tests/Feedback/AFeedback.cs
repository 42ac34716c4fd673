using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Feedback;

/// <summary>A feedback told step by step. The health department reports on Wednesday 2026-03-04, unless it is said otherwise.</summary>
internal sealed record AFeedback(FeedbackRecord Record)
{
    public static readonly FeedbackSubject Licence = new(
        SubjectKind.Licence, "1.2.156.3005.2.x", "锦源某宾馆", ACase.Applicant.Identifier, AnItem.Code, "公共场所卫生许可");

    public static readonly FeedbackSubject Holder = new(SubjectKind.Holder, null, "锦源某宾馆", ACase.Applicant.Identifier, null, null);

    public static readonly FeedbackSubject Item = new(SubjectKind.Item, null, null, null, AnItem.Code, "公共场所卫生许可");

    public static FeedbackContent.Inspection Inspection(string on = "2026-03-03", bool passed = false, params string[] inspectors) =>
        new(District.Day(on), passed, "布草间未设消毒设施", inspectors.Length > 0 ? inspectors : ["周某", "吴某"]);

    public static FeedbackContent.Finding Finding(string on = "2026-03-03", string rectifyBy = "2026-03-20") =>
        new(District.Day(on), "布草间未设消毒设施", District.Day(rectifyBy));

    public static FeedbackContent.Penalty Penalty(string on = "2026-03-03", decimal? amount = 2000) =>
        new(District.Day(on), "锦卫罚〔2026〕3号", "《公共场所卫生管理条例》第十四条", "罚款", amount);

    public static FeedbackContent.Credit Credit(bool good, string from = "2026-03-03", string? until = null) =>
        new(good, good ? "守信" : "失信", "某信用平台", District.Day(from), until is null ? null : District.Day(until));

    public static FeedbackContent.NormChange Norm(string issuedOn = "2026-03-03") =>
        new(District.Day(issuedOn), "某卫发〔2026〕1号", "检测报告有效期由一年改为两年", District.Day("2026-05-01"));

    /// <summary>What a report brings about.</summary>
    public static IReadOnlyList<FeedbackEvent> Reporting(FeedbackContent content, FeedbackSubject subject, string on = "2026-03-04") =>
    [
        .. ReportFeedback.Decide(
            new(new(subject.Kind, "", null), content, ["a1"], null), subject, null, District.Context(on, By.Officer()), District.Locality,
            WorkCalendar.National),
    ];

    public static AFeedback Reported(FeedbackContent content, FeedbackSubject subject, string on = "2026-03-04") =>
        new AFeedback(new FeedbackRecord()).And(on, By.Officer(), [.. Reporting(content, subject, on)]);

    public AFeedback When(string on, Actor by, Func<FeedbackRecord, CommandContext, FeedbackEvent> rule) =>
        And(on, by, rule(Record, District.Context(on, by)));

    public AFeedback And(string on, Actor by, params FeedbackEvent[] happened) => new(happened.Aggregate(
        Record, (f, e) => FeedbackRecord.Kind.Evolve(f, new Recorded<FeedbackEvent>(e, 0, District.At(on), by))));

    public string Tasks => string.Join(' ', Record.Tasks.Select(t => $"{t.Key}:{t.Organisation.Name}:{t.Role}:{t.Due:yyyy-MM-dd}"));
}

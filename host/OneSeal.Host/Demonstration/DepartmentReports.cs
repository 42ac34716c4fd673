using OneSeal.Host.Access;
using OneSeal.Host.Feedback;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Demonstration;

/// <summary>监管信息反馈: what a department's officer reports, and what follows of it.</summary>
internal sealed class DepartmentReports(Hall hall, Story story, District district, Staff staff, Timetable days)
{
    private SupervisionWords Words => district.Supervision;

    public Person Officer(Department department) => staff.Holder(department.Organisation, Role.DepartmentOfficer);

    public async Task InspectAsync(Department department, string licence, DateOnly on, bool passed, DateOnly rectifyBy)
    {
        string[] inspectors = [Officer(department).Name, staff.Holder(department.Organisation, Role.Reviewer).Name];
        var about = new FeedbackAbout(SubjectKind.Licence, licence, null);
        await ReportAsync(
            department, about, new FeedbackContent.Inspection(on, passed, passed ? Words.Passed : Words.Failed, inspectors));
        if (passed) return;
        var finding = await ReportAsync(department, about, new FeedbackContent.Finding(on, Words.Fault, rectifyBy));
        story.At(Timetable.At(days.Earlier(rectifyBy, 1), 420), () => hall.ChangeAsync(
            Officer(department), FeedbackRecord.Kind, finding.Id,
            (f, context) => CloseFinding.Decide(f, new CloseFinding.Request(true, Words.Rectified, LocalTime.DayOf(context.At)), context)));
    }

    public Task<FeedbackAnswer> ReportAsync(Department department, FeedbackAbout about, FeedbackContent content) => hall.ExecuteAsync(
        Officer(department), work => hall.Feedback.RunAsync(
            work, new ReportFeedback.Request(about, content, null, null), CancellationToken.None));
}

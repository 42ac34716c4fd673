using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Feedback;
using OneSeal.Host.Localities;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// 审管联动 over the year: the departments claim what they are told of, look, and report; they ask for licences to be changed, suspended
/// and taken away; and days do what they do by themselves.
/// </summary>
internal sealed class Supervision(
    Hall hall, Story story, District district, Staff staff, IReadOnlyList<Department> departments, IReadOnlyList<CasePlan> plans,
    Timetable days)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly StoryLicences _licences = new(hall, district, departments);
    private readonly Seals _seals = new(district, departments);
    private readonly Dictionary<string, StoryLicence> _requested = new(StringComparer.Ordinal);
    private readonly DepartmentReports _reports = new(hall, story, district, staff, days);

    private SupervisionWords Words => district.Supervision;

    public void Plan()
    {
        PlanTerms(days.Start, LinkageTerms.Usual with { DeemedClaimed = true });
        PlanTerms(days.MonthsBack(7), LinkageTerms.Usual);
        for (var day = days.Start.AddDays(1); day < days.Until; day = day.AddDays(1))
            story.At(LocalTime.StartOf(day), hall.SweepAsync);
        new DepartmentInbox(hall, story, district, _reports, days).Plan(departments);

        foreach (var (serial, plan) in Words.Requests.Index()) PlanRequest(plan, serial);
        PlanNorms();
        PlanWhatSpeaksAgainstHolders();
        story.At(Timetable.At(days.Back(4), 200), ReportOpenFindingAsync);
        story.At(Timetable.At(days.Back(9), 215), AddRecipientAsync);
    }

    /// <summary>At first a push counts as claimed, later the departments must claim within two working days.</summary>
    private void PlanTerms(DateOnly from, LinkageTerms terms) => story.At(Timetable.At(from, 40), async () =>
    {
        var request = new SetLinkageTerms.Request(from, terms, District.Numbered(district.LinkageBasis, from));
        await hall.ChangeAsync(
            staff.Administrator, Locality.Kind, district.Region,
            (_, context) => SetLinkageTerms.Decide(request, LocalTime.DayOf(context.At)));
        hall.Localities.Forget(district.Region);
    });

    private void PlanRequest(RequestPlan plan, int serial)
    {
        var course = new RequestCourse(plan, serial, hall, district, staff, _seals, days, FindWantingAsync, ChooseAsync);
        story.Follow(course.Beginning, course.TurnAsync);
        if (plan is not { Renewal: { } fate, TermEnds: { } before }) return;
        // More than a month ahead, as the items of the story ask for it.
        var on = days.OnOrAfter(days.Until.AddDays(-before - 75));
        CaseCourse? renewal = null;
        story.Follow(Timetable.At(on, 30), async () =>
        {
            renewal ??= _requested.TryGetValue(plan.Key, out var licence) ? RenewalOf(licence, on, fate, serial) : null;
            return renewal is null ? null : await renewal.TurnAsync();
        });
    }

    private CaseCourse RenewalOf(StoryLicence licence, DateOnly on, Fate fate, int serial)
    {
        var holder = district.Holders.First(a => a.Identifier == licence.HolderIdentifier);
        var plan = new CasePlan(plans.Count + serial, licence.Item, on, holder, fate) { Renews = licence.Identifier };
        return new CaseCourse(plan, hall, district, staff, _seals, days);
    }

    private Task FindWantingAsync(StoryLicence licence) =>
        _reports.InspectAsync(licence.Department, licence.Identifier, hall.Today, passed: false, days.Later(hall.Today, 8));

    private async Task<StoryLicence?> ChooseAsync(RequestPlan plan)
    {
        if (plan.LicenceOf is { } other) return _requested.GetValueOrDefault(other);
        var licence = await _licences.TakeAsync(plan.AfterInspection, plan.TermEnds is not null);
        if (licence is not null) _requested[plan.Key] = licence;
        return licence;
    }

    private void PlanNorms()
    {
        if (departments.Where(d => d.Items.Count > 0).ToArray() is not [var first, ..] taking) return;
        var last = taking[^1];
        var (issued, open) = (days.MonthsBack(3), days.Back(2));
        story.At(Timetable.At(issued, 240), async () =>
        {
            var norm = await _reports.ReportAsync(first, AboutItemOf(first), At(Words.SettledNorm, issued));
            story.At(Timetable.At(days.Later(issued, 3), 100), () => hall.ExecuteAsync(staff.Administrator, work => SettleNorm.RunAsync(
                work, norm.Id, new SettleNorm.Request(NormOutcome.NoChange, Words.SettledBecause, null), Never)));
        });
        story.At(Timetable.At(open, 260), () => _reports.ReportAsync(last, AboutItemOf(last), At(Words.OpenNorm, open)));

        static FeedbackAbout AboutItemOf(Department department) => new(SubjectKind.Item, department.Items[0].Code.Value, null);
        static FeedbackContent.NormChange At(FeedbackContent.NormChange norm, DateOnly day) => norm with
        {
            IssuedOn = day,
            From = day.AddMonths(2),
            Document = District.Numbered(norm.Document, day),
        };
    }

    /// <summary>Whoever reviews their applications at the end sees it beside the case.</summary>
    private void PlanWhatSpeaksAgainstHolders()
    {
        var reviewed = plans.Where(p => p.StopAt == CaseStage.InReview && p.Fate == Fate.Granted).ToArray();
        if (reviewed.Length < 2) return;
        var (punished, distrusted) = (reviewed[0], reviewed[1]);
        var (fined, entered) = (days.Earlier(punished.On, 20), days.Earlier(distrusted.On, 9));
        Report(punished, fined, Words.Penalty with { On = fined, Document = District.Numbered(Words.Penalty.Document, fined) });
        Report(distrusted, entered, Words.BadCredit with { From = entered, Until = entered.AddYears(1) });

        void Report(CasePlan plan, DateOnly day, FeedbackContent content)
        {
            var department = departments.First(d => d.Items.Contains(plan.Item));
            var about = new FeedbackAbout(SubjectKind.Holder, plan.Applicant.Identifier, plan.Applicant.Name);
            story.At(Timetable.At(day, 280), () => _reports.ReportAsync(department, about, content));
        }
    }

    private async Task ReportOpenFindingAsync()
    {
        if (await _licences.TakeAsync(claimed: true, renewable: false) is { } licence)
            await _reports.InspectAsync(licence.Department, licence.Identifier, hall.Today, passed: false, days.Later(hall.Today, 10));
    }

    /// <summary>A case that concerns another department too: the bureau's reviewer adds it by hand.</summary>
    private async Task AddRecipientAsync()
    {
        await using var command = hall.Database.CreateCommand(
            """
            select id, item from oneseal.cases where region = $1 and owner = $2 and stage in ('InReview', 'Decided', 'Sealed', 'Issued')
            order by id desc limit 1
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Bureau.Code });
        string id, item;
        await using (var reader = await command.ExecuteReaderAsync())
        {
            if (!await reader.ReadAsync()) return;
            (id, item) = (reader.GetString(0), reader.GetString(1));
        }

        if (departments.FirstOrDefault(d => d.Items.All(i => i.Code.Value != item)) is not { } other) return;
        var request = new AddRecipient.Request(other.Organisation, Words.AddedBecause);
        await hall.ExecuteAsync(
            staff.Holder(district.Bureau, Role.Reviewer),
            work => AddRecipient.RunAsync(work, hall.Cases, hall.Pushing, id, request, Never));
        await hall.DeliverAsync();
    }
}

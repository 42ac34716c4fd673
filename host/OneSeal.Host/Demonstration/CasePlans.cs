using OneSeal.Host.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// Which applications there are. Most are spread over the year and go their ordinary way; the rest are laid so that at the end a case
/// stands in every stage, whatever day that is.
/// </summary>
internal sealed class CasePlans(District district, IReadOnlyList<Department> departments, Timetable days, DateOnly handedOnFrom)
{
    private const int Spread = 150;

    private readonly List<CasePlan> _plans = [];
    private readonly IReadOnlyList<StoryItem> _items = [.. departments.SelectMany(d => d.Items)];

    public IReadOnlyList<CasePlan> All()
    {
        if (_items.Count == 0) return [];
        SpreadOverTheYear();
        StandAtTheEnd();
        return _plans;
    }

    private void SpreadOverTheYear()
    {
        var working = days.WorkingDays(days.Start.AddDays(1)).ToArray();
        var weighted = _items.SelectMany(i => Enumerable.Repeat(i, i.Story.Weight)).ToArray();
        for (var n = 0; n < Spread; n++)
        {
            // A step that shares no factor with their number goes round all of them before any comes twice.
            var item = weighted[n * StepFor(weighted.Length) % weighted.Length];
            Add(item, working[n * working.Length / Spread], FateOf(n, item));
        }

        foreach (var item in _items.Where(i => i.Story.Denied is not null))
        {
            Add(item, days.MonthsBack(10), Fate.Denied);
            Add(item, days.MonthsBack(2), Fate.Denied);
        }

        foreach (var item in _items.Where(i => i.Story.Declined is not null)) Add(item, days.MonthsBack(3), Fate.Declined);
    }

    private static int StepFor(int count)
    {
        var step = Math.Max(1, (count * 5 / 13) | 1);
        while (!AreCoprime(step, count)) step += 2;
        return step;

        static bool AreCoprime(int a, int b)
        {
            while (b != 0) (a, b) = (b, a % b);
            return a == 1;
        }
    }

    private static Fate FateOf(int n, StoryItem item) => n switch
    {
        _ when item.Elements.Handling == HandlingType.Immediate => n % 5 == 2 ? Fate.Supplemented : Fate.Granted,
        _ when n % 7 == 3 => Fate.Supplemented,
        _ when n % 29 == 11 => Fate.Declined,
        _ when n % 31 == 17 => Fate.Withdrawn,
        _ when n % 37 == 5 => Fate.Terminated,
        _ when n % 41 == 13 => Fate.Unanswered,
        _ => Fate.Granted,
    };

    private void StandAtTheEnd()
    {
        var simple = _items.Where(i => i.IsSimple && !i.Story.HandedOn).ToArray();
        var atOnce = _items.Where(i => i.Elements.Handling == HandlingType.Immediate).ToArray();
        for (var n = 0; n < 3; n++)
        {
            AddOne(simple, n, 2 + n, CaseStage.Draft, isOnline: n < 2);
            AddOne(simple, n + 1, 1 + (n / 2), CaseStage.Filed);
            AddOne(simple, n + 2, 4 + n, CaseStage.AwaitingSupplement, Fate.Supplemented);
            AddOne(simple, n + 4, 3 + n, CaseStage.InReview);
            AddOne(simple, n, 11 + n, CaseStage.Decided);
            AddOne(simple, n + 3, 13 + n, CaseStage.Sealed);
            AddOne(simple, n + 5, 14 + n, CaseStage.Issued);
            AddOne(simple, n + 1, 16 + n, CaseStage.Delivered);
        }

        // Brought again what was missing, and waiting for the answer.
        AddOne(simple, 2, 8, CaseStage.Filed, Fate.Supplemented);
        AddOne(simple, 3, 9, CaseStage.Filed, Fate.Supplemented);
        AddOne(simple, 0, 8, CaseStage.InReview, Fate.Unanswered, isOnline: true);
        AddOne(simple, 4, 9, CaseStage.InReview, Fate.Unanswered);
        AddOne(simple, 1, 6, CaseStage.Declined, Fate.Declined);
        AddOne(simple, 2, 6, CaseStage.Withdrawn, Fate.Withdrawn, isOnline: true);
        AddOne(simple, 5, 12, CaseStage.Terminated, Fate.Terminated);
        AddOne(atOnce, 0, 1, CaseStage.Decided);
        AddOne(atOnce, 1, 2, CaseStage.Sealed);
        foreach (var department in departments)
        {
            foreach (var item in department.Items.Where(i => i.Story.Running is not null)) Add(item, days.Back(6), Fate.Running);
            if (department.Items.FirstOrDefault(i => i.IsSimple && !i.Story.HandedOn) is { } lying) Add(lying, days.Back(45), Fate.Overdue);
        }

        foreach (var item in _items.Where(i => i.Story.ProceedWithout is not null)) Add(item, days.Back(20), Fate.PassedOver);

        // Eighteen of its twenty working days are over when it is extended.
        var extended = simple.Where(i => i.Elements.StatutoryLimit == Limit.WorkingDays(20) && i.Elements.StartEvent == StartEvent.Accepted)
            .ToArray();
        AddOne(extended, 0, 18, CaseStage.InReview, Fate.Extended);
        AddOne(extended, 1, 19, CaseStage.InReview, Fate.Extended);
    }

    private void AddOne(
        StoryItem[] items, int which, int workingDaysBack, CaseStage stopAt, Fate fate = Fate.Granted, bool isOnline = false)
    {
        if (items.Length > 0) Add(items[which % items.Length], days.Back(workingDaysBack), fate, stopAt, isOnline);
    }

    private void Add(StoryItem item, DateOnly on, Fate fate, CaseStage stopAt = CaseStage.Archived, bool isOnline = false)
    {
        // Nobody of the story works at the town's window.
        if (item.Story.HandedOn && on >= handedOnFrom.AddDays(-40)) return;
        var serial = _plans.Count;
        isOnline |= stopAt == CaseStage.Archived && serial % 9 == 4;
        _plans.Add(new CasePlan(serial, item, on, ApplicantOf(item, serial, isOnline), fate) { StopAt = stopAt, IsOnline = isOnline });
    }

    private Applicant ApplicantOf(StoryItem item, int serial, bool isOnline) => (item.Story.Applicant, isOnline) switch
    {
        (ApplicantKind.Organisation, true) => district.ApplicantOrganisation,
        (ApplicantKind.Person, true) => district.ApplicantPerson,
        (ApplicantKind.Organisation, false) => district.Organisations[serial % district.Organisations.Count],
        _ => district.Persons[serial % district.Persons.Count],
    };
}

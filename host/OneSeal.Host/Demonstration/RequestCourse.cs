using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Feedback;
using OneSeal.Host.Requests;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>A formal request's course: at each turn the next thing is done to it as it stands, by the person whose task it is.</summary>
internal sealed class RequestCourse(
    RequestPlan plan, int serial, Hall hall, District district, Staff staff, Seals seals, Timetable days, Func<StoryLicence, Task> inspect,
    Func<RequestPlan, Task<StoryLicence?>> choose)
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private StoryLicence? _licence;
    private string? _id;
    private bool _mustSeal;
    private DateTimeOffset? _planned;

    public DateTimeOffset Beginning =>
        Timetable.At(days.Back(plan.Submitted + (plan.AfterInspection ? 3 : 0)), 70 + (serial * 13 % 200));

    private SupervisionWords Words => district.Supervision;

    /// <summary>Every paper goes out under the seal before the request goes on.</summary>
    /// <returns>When it goes on; null if it does not.</returns>
    public async Task<DateTimeOffset?> TurnAsync()
    {
        if (_mustSeal)
        {
            var asked = await LoadAsync();
            foreach (var paper in asked.Notices.Where(n => !n.IsSealed)) await SealAsync(asked, paper);
            _mustSeal = false;
            return _planned;
        }

        _planned = await ActAsync();
        _mustSeal = _id is not null && (await LoadAsync()).Notices.Any(n => !n.IsSealed);
        return _mustSeal ? hall.Now.AddMinutes(25) : _planned;
    }

    private async Task<DateTimeOffset?> ActAsync()
    {
        if (_licence is null)
        {
            _licence = await choose(plan);
            if (_licence is null) return null;
            if (!plan.AfterInspection) return await SubmitAsync(_licence);
            await inspect(_licence);
            return In(3);
        }

        if (_id is null) return await SubmitAsync(_licence);
        var asked = await LoadAsync();
        if (asked.Stage == plan.StopAt) return null;
        return asked.Stage switch
        {
            RequestStage.Submitted => await VerifyAsync(asked),
            RequestStage.Verified when asked.MustHear => await TellAsync(asked),
            RequestStage.HolderTold when plan.AtHearing => await CallAsync(asked),
            RequestStage.HolderTold or RequestStage.HearingCalled => await HearAsync(asked),
            RequestStage.Verified or RequestStage.Heard => await DecideAsync(asked),
            _ => null,
        };
    }

    private DateTimeOffset In(int workingDays) => Timetable.At(days.Later(hall.Today, workingDays), 60 + (serial * 29 % 240));

    private Task<FormalRequest> LoadAsync() => hall.LoadAsync(FormalRequest.Kind, district.Region, _id!);

    private Task<RequestAnswer> ChangeAsync(Person person, RequestCommands.Rule rule) =>
        hall.ExecuteAsync(person, work => hall.Requests.ApplyAsync(work, _id!, rule, Never));

    private Task<RequestAnswer> SealAsync(FormalRequest asked, NoticeContent paper)
    {
        var request = new SealRequestDocument.Request(paper.Number.ToString(), seals.Of(asked.Owner));
        return hall.ExecuteAsync(
            staff.Holder(asked.Owner, Role.SealKeeper), work => SealRequestDocument.RunAsync(work, hall.Requests, _id!, request, Never));
    }

    private async Task<DateTimeOffset?> SubmitAsync(StoryLicence licence)
    {
        var officer = staff.Holder(licence.Department.Organisation, Role.DepartmentOfficer);
        var file = await SampleFile.StoreAsync(hall.Attachments, officer.Actor);
        var act = plan is { Act: RequestedAct.Change change }
            ? change with { Consent = file, ValidUntil = plan.TermEnds is { } before ? days.Until.AddDays(-before) : null }
            : plan.Act;
        var letter = new Letter(
            District.Numbered(Words.Letter, hall.Today).Replace("{serial}", $"{serial + 1}", StringComparison.Ordinal), hall.Today);
        var request = new SubmitRequest.Request(licence.Identifier, act, letter, plan.Reason, plan.Article, [file]);
        _id = (await hall.ExecuteAsync(officer, work => hall.SubmitRequest.RunAsync(work, request, Never))).Id;
        return In(2);
    }

    private async Task<DateTimeOffset?> VerifyAsync(FormalRequest asked)
    {
        var request = new VerifyRequest.Request(plan.Upheld, plan.Findings);
        await ChangeAsync(Reviewer(asked), (r, m) => VerifyRequest.Decide(r, m, request));
        return In((await LoadAsync()).MustHear ? 1 : 3);
    }

    private async Task<DateTimeOffset?> TellAsync(FormalRequest asked)
    {
        await ChangeAsync(Reviewer(asked), TellHolder.Decide);
        return In(plan.AtHearing ? 3 : 2);
    }

    private async Task<DateTimeOffset?> CallAsync(FormalRequest asked)
    {
        var on = days.Later(hall.Today, 9);
        var planned = new PlannedHearing(days.Earlier(hall.Today, 1), on, Words.HearingPlace, Chair(asked));
        await ChangeAsync(Reviewer(asked), (r, m) => CallHearing.Decide(r, m, planned));
        return Timetable.At(on, 330);
    }

    private async Task<DateTimeOffset?> HearAsync(FormalRequest asked)
    {
        var reviewer = Reviewer(asked);
        var file = await SampleFile.StoreAsync(hall.Attachments, reviewer.Actor);
        HolderHeard how = plan.AtHearing
            ? new HolderHeard.Hearing(hall.Today, Chair(asked), plan.Said, file)
            : new HolderHeard.Statement(hall.Today, plan.Said, [file]);
        await ChangeAsync(reviewer, (r, m) => HearHolder.Decide(r, m, new HearHolder.Request(how)));
        // Whoever has spoken may still ask for a hearing until his days are over.
        return plan.AtHearing ? In(3) : Timetable.At(days.Later(asked.SpeakBy!.Value, 1), 60);
    }

    private async Task<DateTimeOffset?> DecideAsync(FormalRequest asked)
    {
        var decidedBy = (await hall.LoadAsync(Case.Kind, district.Region, asked.Licence!.CaseId)).DecidedBy;
        var request = new DecideRequest.Request(
            plan.Upheld,
            [new NoticeReason(plan.Decision, plan.Article)],
            (asked.Heard as HolderHeard.Hearing)?.Record,
            plan.PublicInterest is { } weighing ? new PublicInterest(false, weighing) : null,
            plan.Recompense);
        await hall.ExecuteAsync(
            staff.Other(asked.Owner, Role.Decider, decidedBy), work => hall.DecideRequest.RunAsync(work, _id!, request, Never));
        await hall.DeliverAsync();
        return null;
    }

    private Person Reviewer(FormalRequest asked) => staff.Holder(asked.Owner, Role.Reviewer);

    private string Chair(FormalRequest asked) => staff.Holder(asked.Owner, Role.Decider).Name;
}

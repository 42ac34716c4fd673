using OneSeal.Host.Requests;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Texts;
using OneSeal.Host.Worklist;

namespace OneSeal.Host.Tests.Requests;

/// <summary>What may be done in which stage of a request to revoke, as one table.</summary>
public class Every_step_of_a_request
{
    private const RequestStage Submitted = RequestStage.Submitted, Awaiting = RequestStage.AwaitingEvidence, Verified = RequestStage.Verified,
        Told = RequestStage.HolderTold, Called = RequestStage.HearingCalled, Heard = RequestStage.Heard;

    private static readonly Dictionary<string, (Func<ARequest, ARequest> Run, RequestStage[] Allowed)> Commands = new()
    {
        ["ask for evidence"] = (r => r.AskForEvidence("2026-05-08"), [Submitted]),
        ["supply evidence"] = (r => r.Supply("2026-05-08"), [Awaiting]),
        ["verify"] = (r => r.Verify("2026-05-08"), [Submitted, Awaiting]),
        ["tell the holder"] = (r => r.Tell("2026-05-08"), [Verified]),
        ["call a hearing"] = (r => r.Call("2026-05-08"), [Told]),
        ["record a statement"] = (r => r.Hear(new HolderHeard.Statement(District.Day("2026-05-08"), "不知情", []), "2026-05-08"), [Told]),
        ["record a waiver"] = (r => r.Waive("2026-05-08"), [Told, Called]),
        ["record silence"] = (r => r.Hear(new HolderHeard.Silent(), "2026-05-11"), [Told]),
        ["record the hearing"] = (r => r.Hearing(), [Called]),
        ["decide"] = (r => r.Accept(), [Verified, Heard]),
        ["take back"] = (r => r.TakeBack("2026-05-08"), [Submitted, Awaiting, Verified, Told, Called, Heard]),
    };

    public static TheoryData<string, string> Table
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var command in Commands.Keys)
            {
                foreach (var stage in Enum.GetNames<RequestStage>().Where(s => s != nameof(RequestStage.None))) table.Add(command, stage);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Is_done_or_refused_as_of_the_wrong_stage(string command, string stage)
    {
        var (run, allowed) = Commands[command];
        var request = ARequest.In(Enum.Parse<RequestStage>(stage));
        request.Request.Stage.ToString().ShouldBe(stage);
        Refusal? refused = null;
        try
        {
            run(request);
        }
        catch (Refusal refusal)
        {
            refused = refusal;
        }

        if (!allowed.Contains(request.Request.Stage)) (refused?.Code, refused?.Status).ShouldBe(("request-wrong-stage", 409));
        // Verified, a revocation waits for the holder to be heard.
        else if (command == "decide" && request.Request.Stage == Verified) refused?.Code.ShouldBe("holder-not-heard");
        else refused.ShouldBeNull(refused?.Message);
    }

    [Theory]
    [InlineData("Submitted", "verify 2026-05-20 Reviewer")]
    [InlineData("AwaitingEvidence", "evidence 9999-12-31 DepartmentOfficer")]
    [InlineData("Verified", "tell 2026-05-20 Reviewer")]
    [InlineData("HolderTold", "seal 2026-04-29 SealKeeper, hear 2026-05-20 Reviewer")]
    [InlineData("HearingCalled", "seal 2026-04-29 SealKeeper, hear 2026-05-18 Reviewer")]
    [InlineData("Heard", "seal 2026-04-29 SealKeeper, decide 2026-05-20 Decider")]
    [InlineData("Decided", "seal 2026-04-29 SealKeeper")]
    [InlineData("TakenBack", "")]
    public void Who_must_do_what_by_when(string stage, string tasks) =>
        string.Join(", ", ARequest.In(Enum.Parse<RequestStage>(stage)).Request.Tasks.Select(t => $"{t.Key} {t.Due:yyyy-MM-dd} {t.Role}")).ShouldBe(tasks);

    [Fact]
    public void Each_side_does_its_own_part_only()
    {
        Refused(() => ARequest.Submitted().Verify(by: By.Reviewer(of: District.Health)));
        Refused(() => ARequest.Submitted().TakeBack(by: By.Officer(of: District.Town)));
        Refused(() => ARequest.In(Heard).Decide(by: By.Decider("子", District.Health)));

        static void Refused(Func<object> rule) => District.Refused("request-of-another", rule).Status.ShouldBe(403);
    }

    [Fact]
    public void A_waiver_is_proved() => District.Refused(
        "evidence-missing", () => ARequest.In(Told).Hear(new HolderHeard.Waived(District.Day("2026-04-30"), []), "2026-04-30"), "how.attachments");

    [Fact]
    public void Evidence_is_asked_for_once_and_the_clock_waits_for_it()
    {
        var asked = ARequest.Submitted().AskForEvidence("2026-04-28");
        asked.Request.Answer!.Due.ShouldBeNull();
        var supplied = asked.Supply("2026-05-06");
        (supplied.Request.Answer!.Due, supplied.Request.Evidence.Count).ShouldBe((District.Day("2026-05-26"), 2));
        District.Refused("evidence-asked-before", () => supplied.AskForEvidence("2026-05-07")).Status.ShouldBe(409);
        // Who does not send it does not hold it up.
        asked.Verify("2026-05-06").Request.Answer!.Due.ShouldBe(District.Day("2026-05-26"));
    }

    [Fact]
    public void What_is_late_goes_on_record_once_and_is_settled_when_it_is_done()
    {
        ARequest Swept(ARequest request, string on) => request.When(
            on, By.System, (r, m) => Delays.NotRecorded(r.Tasks, r.Delays, m.Today).Select(d => new RequestEvent.Delayed(d)));
        Swept(ARequest.Submitted(), "2026-05-20").Happened.ShouldBeEmpty();
        var late = Swept(ARequest.Submitted(), "2026-05-21");
        late.Request.Delays.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.Key.ShouldBe("verify"), d => d.Due.ShouldBe(District.Day("2026-05-20")), d => d.DoneOn.ShouldBeNull());
        Swept(late, "2026-05-22").Happened.ShouldBeEmpty();
        late.Verify("2026-05-25").Request.Delays[0].DoneOn.ShouldBe(District.Day("2026-05-25"));
    }

    [Fact]
    public void A_new_holiday_moves_what_still_runs()
    {
        var told = ARequest.In(Told) with
        {
            Calendar = Host.Deadlines.WorkCalendar.From([.. Host.Deadlines.WorkCalendar.National.Notices.Select(n => n.Year == 2026 ? n with
            {
                Holidays = [.. n.Holidays, new("临时放假", District.Day("2026-05-07"), District.Day("2026-05-07"))],
            } : n)]),
        };
        told.Request.SpeakBy.ShouldBe(District.Day("2026-05-09"));
        var moved = told.When("2026-04-30", By.System, (r, m) => RederiveRequest.Decide(r, m, "新通知"));
        (moved.Request.SpeakBy, moved.Request.Answer!.Due).ShouldBe((District.Day("2026-05-11"), District.Day("2026-05-21")));
        moved.When("2026-04-30", By.System, (r, m) => RederiveRequest.Decide(r, m, "新通知")).Happened.ShouldBeEmpty();
        var stated = told.Hear(new HolderHeard.Statement(District.Day("2026-04-30"), "不知情", []), "2026-04-30");
        stated.When("2026-04-30", By.System, (r, m) => RederiveRequest.Decide(r, m, "新通知")).Request.SpeakBy.ShouldBe(District.Day("2026-05-11"));
        told.Waive().When("2026-04-30", By.System, (r, m) => RederiveRequest.Decide(r, m, "新通知")).Request.SpeakBy.ShouldBe(District.Day("2026-05-09"));
        told.TakeBack("2026-04-30").When("2026-05-06", By.System, (r, m) => RederiveRequest.Decide(r, m, "新通知")).Happened.ShouldBeEmpty();
    }
}

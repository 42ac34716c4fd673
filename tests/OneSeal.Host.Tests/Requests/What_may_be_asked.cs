using OneSeal.Host.Licences;
using OneSeal.Host.Requests;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Requests;

/// <summary>Every kind of request against every state of a licence.</summary>
public class What_may_be_asked
{
    /// <summary>V valid, C changed, R renewed, S suspended, E expired, W withdrawn, X revoked, - cancelled.</summary>
    private static readonly Dictionary<LicenceActKind, string> Allowed = new()
    {
        [LicenceActKind.Change] = "VCR",
        [LicenceActKind.Withdraw] = "VCRS",
        [LicenceActKind.Revoke] = "VCRSE",
        [LicenceActKind.Cancel] = "VCRSE",
        [LicenceActKind.Suspend] = "VCR",
        [LicenceActKind.Reinstate] = "S",
    };

    private const string Penalty = "证件已被吊销（锦卫罚〔2026〕3号）";

    private static readonly Dictionary<LicenceState, char> Letters = new()
    {
        [LicenceState.Valid] = 'V', [LicenceState.Changed] = 'C', [LicenceState.Renewed] = 'R', [LicenceState.Suspended] = 'S',
        [LicenceState.Expired] = 'E', [LicenceState.Withdrawn] = 'W', [LicenceState.Revoked] = 'X', [LicenceState.Cancelled] = '-',
    };

    public static TheoryData<string, string> Table
    {
        get
        {
            var table = new TheoryData<string, string>();
            foreach (var kind in Enum.GetNames<LicenceActKind>())
            {
                foreach (var state in Letters.Keys) table.Add(kind, state.ToString());
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Follows_from_the_licence_as_it_stands(string kind, string state)
    {
        var (asked, stands) = (Enum.Parse<LicenceActKind>(kind), Enum.Parse<LicenceState>(state));
        var licence = ARequest.LicenceIn(stands);
        licence.StateOn(District.Day("2026-04-27")).ShouldBe(stands);
        var refused = Refused(() => ARequest.Submitted(ARequest.Act(asked), licence));
        if (Allowed[asked].Contains(Letters[stands])) refused.ShouldBeNull(refused?.Message);
        else (refused?.Status, refused?.Code).ShouldBeOneOf((409, "licence-state"), (409, "cancel-on-another-ground"));
    }

    [Theory]
    [InlineData("NotRenewed", "E")]
    [InlineData("LicenceTaken", "WX")]
    [InlineData("Forfeited", "VCRSE")]
    [InlineData("PersonGone", "VCRSE")]
    [InlineData("ForceMajeure", "VCRSE")]
    [InlineData("Other", "VCRSE")]
    public void A_cancellation_has_the_ground_that_fits_the_state(string ground, string states)
    {
        foreach (var (state, letter) in Letters)
        {
            var refused = Refused(() => ARequest.Submitted(
                new RequestedAct.Cancel(Enum.Parse<CancelGround>(ground)), ARequest.LicenceIn(state), r => r with { Reason = Penalty }));
            (refused is null).ShouldBe(states.Contains(letter), $"{ground} {state}");
        }
    }

    [Fact]
    public void A_licence_forfeited_is_cancelled_for_a_penalty_that_is_named_and_in_which_he_was_heard()
    {
        var forfeited = new RequestedAct.Cancel(CancelGround.Forfeited);
        District.Refused("penalty-number-missing", () => ARequest.Submitted(forfeited), "reason");
        var asked = ARequest.Submitted(forfeited, with: r => r with { Reason = Penalty });
        asked.Verify().Accept().Request.Stage.ShouldBe(RequestStage.Decided);
    }

    [Fact]
    public void A_suspension_that_has_ended_by_itself_leaves_nothing_to_lift()
    {
        var licence = ARequest.LicenceIn(LicenceState.Suspended) with { SuspendedUntil = District.Day("2026-04-26") };
        District.Refused("licence-state", () => ARequest.Submitted(ARequest.Act(LicenceActKind.Reinstate), licence));
        ARequest.Submitted(ARequest.Act(LicenceActKind.Suspend), licence).Request.Stage.ShouldBe(RequestStage.Submitted);
    }

    [Fact]
    public void A_change_changes_something_and_a_suspension_lasts()
    {
        District.Refused("change-of-nothing", () => ARequest.Submitted(new RequestedAct.Change(ChangeGround.FactsChanged, " ", null, null, null)), "act.what");
        District.Refused("change-to-the-past", () => ARequest.Submitted(new RequestedAct.Change(ChangeGround.FactsChanged, null, null, District.Day("2026-04-26"), null)), "act.validUntil");
        District.Refused("suspended-until-the-past", () => ARequest.Submitted(new RequestedAct.Suspend(SuspendGround.Danger, District.Day("2026-04-26"))), "act.until");
    }

    [Fact]
    public void A_change_does_not_lengthen_the_term_unless_it_was_written_wrongly()
    {
        District.Refused("change-is-renewal", () => Until("2030-03-04", ChangeGround.FactsChanged), "act.validUntil");
        District.Refused("change-is-renewal", () => Until("2030-03-04", ChangeGround.LawChanged), "act.validUntil");
        Until("2030-03-03", ChangeGround.FactsChanged).Request.Stage.ShouldBe(RequestStage.Submitted);
        Until("2030-03-04", ChangeGround.WrittenWrongly).Request.Stage.ShouldBe(RequestStage.Submitted);

        static ARequest Until(string day, ChangeGround ground) =>
            ARequest.Submitted(new RequestedAct.Change(ground, null, null, District.Day(day), "consent-1"));
    }

    [Fact]
    public void A_request_has_a_letter_reasons_an_article_and_evidence()
    {
        Lacking("document-number-missing", "letter.number", r => r with { Letter = r.Letter with { Number = "" } });
        Lacking("date-in-the-future", "letter.on", r => r with { Letter = r.Letter with { On = District.Day("2026-04-28") } });
        Lacking("reason-missing", "reason", r => r with { Reason = " " });
        Lacking("article-missing", "article", r => r with { Article = "" });
        Lacking("evidence-missing", "evidence", r => r with { Evidence = [] });

        static void Lacking(string code, string field, Func<SubmitRequest.Request, SubmitRequest.Request> with) =>
            District.Refused(code, () => ARequest.Submitted(with: with), field);
    }

    [Fact]
    public void It_goes_to_who_owns_the_item_when_it_comes()
    {
        ARequest.Submitted().Request.Owner.ShouldBe(District.Bureau);
        ARequest.Submitted(item: AnItem.Registered()).Request.Owner.ShouldBe(District.Health);
        var cancelled = AnItem.Registered().HandedOver().And(new Host.Catalogue.ItemEvent.Cancelled(District.Day("2026-04-01"), "l-2"), "2026-03-20");
        ARequest.Submitted(item: cancelled).Request.Owner.ShouldBe(ARequest.Valid.Issuer);
    }

    private static Refusal? Refused(Func<object> rule)
    {
        try
        {
            rule();
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal;
        }
    }
}

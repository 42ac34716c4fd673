using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Cases;

public class Filing_and_accepting
{
    [Fact]
    public void At_filing_owner_version_and_limits_are_fixed_for_life()
    {
        var under = ACase.Filed().Case.Under!;
        (under.Owner, under.Supervisor, under.ItemVersion, under.Memorandum).ShouldBe((District.Bureau, District.Health, "1.0", "m-1"));
        (under.Statutory, under.Promised).ShouldBe((Limit.WorkingDays(20), Limit.WorkingDays(10)));
        under.RequiredMaterials.ShouldBe(["application", "report"]);
    }

    [Fact]
    public void What_was_filed_before_the_handover_stays_with_the_department()
    {
        var item = AnItem.Registered().HandedOver(from: "2026-04-01");
        var before = ACase.Drafted(item).File("2026-03-31", By.Window("壬", District.Health));
        before.Case.Owner.ShouldBe(District.Health);
        District.Refused("case-of-another", () => before.Accept("2026-04-01").Happened).Status.ShouldBe(403);
        before.Accept("2026-04-01", By.Window("壬", District.Health)).Case.Stage.ShouldBe(CaseStage.InReview);
    }

    [Fact]
    public void A_window_hands_in_its_own_organisations_items_only_and_an_applicant_anybodys()
    {
        var departments = AnItem.Registered();
        District.Refused("item-of-another", () => ACase.Drafted(departments).File().Happened).Message.ShouldContain("区卫生健康局");
        ACase.Drafted(departments, By.Applicant()).File(by: By.Applicant()).Case.Owner.ShouldBe(District.Health);
        ACase.Drafted(null, By.Applicant()).File(by: By.Applicant()).Case.Owner.ShouldBe(District.Bureau);
    }

    [Fact]
    public void Whoever_applies_for_himself_applies_online() =>
        ACase.Drafted(null, By.Applicant()).Case.Channel.ShouldBe(Channel.Online);

    [Fact]
    public void What_an_applicant_is_still_writing_nobody_else_sees()
    {
        var draft = ACase.Drafted(null, By.Applicant("孙某"));
        CaseAccess.MaySee(By.Applicant("孙某"), draft.Case, District.Locality).ShouldBeTrue();
        CaseAccess.MaySee(By.Applicant("李某"), draft.Case, District.Locality).ShouldBeFalse();
        CaseAccess.MaySee(By.Window(), draft.Case, District.Locality).ShouldBeFalse();
        var filed = draft.File(by: By.Applicant("孙某")).Case;
        CaseAccess.MaySee(By.Window(), filed, District.Locality).ShouldBeTrue();
        CaseAccess.MaySee(By.Applicant("李某"), filed, District.Locality).ShouldBeFalse();
        CaseAccess.MaySee(By.Window("壬"), ACase.Drafted().Case, District.Locality).ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_item_takes_no_application()
    {
        var item = AnItem.Registered().And(new ItemEvent.Cancelled(District.Day("2026-03-02"), "batch-2"), "2026-02-02");
        District.Refused("item-is-cancelled", () => ACase.Drafted(item).File().Happened);
    }

    [Fact]
    public void The_tier_of_the_form_has_its_own_limits_as_the_version_in_force_says()
    {
        var item = AnItem.Registered(e => e with { Tiers = [new("large", "面积较大", Limit.WorkingDays(30), Limit.WorkingDays(10))] }).HandedOver();
        var adjusted = item.And(new ItemEvent.Adjusted(District.Day("2026-02-02"), new ItemAdjustment(PromisedLimit: Limit.WorkingDays(7)), "压缩"), "2026-02-02");
        var large = adjusted.Assessment() with { TierKey = "large", Statutory = Limit.WorkingDays(30), Promised = Limit.WorkingDays(10) };
        var under = ACase.Drafted(adjusted).File(assessed: large).Case.Under!;
        (under.Tier, under.Statutory, under.Promised, under.ItemVersion).ShouldBe(("large", Limit.WorkingDays(30), Limit.WorkingDays(7), "1.1"));
    }

    [Fact]
    public void A_material_an_administrator_made_optional_is_not_demanded_and_one_the_form_makes_necessary_is()
    {
        Material[] materials = [new("application", "卫生许可证申请表"), new("report", "卫生检测报告") { Required = false }, new("plan", "平面图") { Required = false }];
        var item = AnItem.Registered().HandedOver()
            .And(new ItemEvent.Adjusted(District.Day("2026-02-02"), new ItemAdjustment(Materials: materials), "减材料"), "2026-02-02");
        var assessed = item.Assessment() with { RequiredMaterials = ["application", "report", "plan"] };
        ACase.Drafted(item).File(assessed: assessed).Case.Under!.RequiredMaterials.ShouldBe(["application", "plan"]);
    }

    [Fact]
    public void Only_a_copy_of_a_licence_can_lie_with_the_bureau_already()
    {
        HeldMaterial Held(string key) => new(key, MaterialForm.Held, null);
        District.Refused("material-not-held", () => ACase.Filed(null, ACase.Paper("application"), Held("report")).Happened, "materials[1].form");
        ACase.Filed(null, ACase.Paper("application"), ACase.Paper("report"), Held("business-licence")).Accept().Case.Stage.ShouldBe(CaseStage.InReview);
    }

    [Fact]
    public void And_only_if_it_is_in_force()
    {
        HeldMaterial[] held = [ACase.Paper("report"), new("business-licence", MaterialForm.Held, null)];
        District.Refused("licence-not-held", () => { HeldLicences.Check(AnItem.Elements.Materials, held, new HashSet<string> { "卫生许可证" }); return null; }, "materials[1].form")
            .Message.ShouldContain("《营业执照》");
        HeldLicences.Check(AnItem.Elements.Materials, held, new HashSet<string> { "营业执照" });
        HeldLicences.Check(AnItem.Elements.Materials, [ACase.Paper("business-licence")], new HashSet<string>());
    }

    [Fact]
    public void Accepted_starts_both_clocks_and_is_told_on_paper()
    {
        var accepted = ACase.Filed().Accept("2026-03-03").Case;
        accepted.AcceptedOn.ShouldBe(District.Day("2026-03-03"));
        accepted.Statutory!.Due.ShouldBe(District.Day("2026-03-31"));
        accepted.Promised!.Due.ShouldBe(District.Day("2026-03-17"));
        accepted.RespondBy.ShouldBeNull();
        var paper = accepted.Notices.ShouldHaveSingleItem();
        (paper.Kind, paper.Deadline!.DueOn).ShouldBe((NoticeKind.Acceptance, District.Day("2026-03-31")));
    }

    [Fact]
    public void A_limit_that_runs_from_receipt_starts_with_the_day_everything_was_there()
    {
        var item = AnItem.Registered(e => e with { StartEvent = StartEvent.Received, StatutoryLimit = Limit.CalendarDays(7) }).HandedOver();
        ACase.Filed(item).Accept("2026-03-04").Case.Statutory!.Due.ShouldBe(District.Day("2026-03-09"));
        ACase.Filed(item, ACase.Paper("application")).AskForSupplement().Supplement("2026-03-10", "report").Accept("2026-03-11")
            .Case.Statutory!.Due.ShouldBe(District.Day("2026-03-17"));
    }

    [Fact]
    public void Incomplete_or_against_a_condition_it_is_not_accepted()
    {
        District.Refused("materials-missing", () => ACase.Filed(null, ACase.Paper("application")).Accept().Happened, "materials").Message.ShouldContain("卫生检测报告");
        var item = AnItem.Registered().HandedOver();
        var unmet = item.Assessment() with { UnmetConditions = [new("area", "面积不足")] };
        District.Refused("conditions-unmet", () => ACase.Drafted(item).File(assessed: unmet).Accept().Happened).Message.ShouldContain("面积不足");
    }

    [Fact]
    public void Without_a_word_in_five_working_days_the_law_accepts_from_the_day_of_receipt()
    {
        var filed = ACase.Filed();
        filed.Case.RespondBy.ShouldBe(District.Day("2026-03-09"));
        filed.Deem("2026-03-09").Happened.ShouldBeEmpty();
        var deemed = filed.Deem("2026-03-10").Case;
        (deemed.Stage, deemed.AcceptedOn, deemed.AcceptedBy).ShouldBe((CaseStage.InReview, District.Day("2026-03-02"), null));
        deemed.Statutory!.Due.ShouldBe(District.Day("2026-03-30"));
        (deemed.Notices[^1].IssuedOn, deemed.Notices[^1].AcceptedOn).ShouldBe((District.Day("2026-03-10"), District.Day("2026-03-02")));
        var delay = deemed.Delays.ShouldHaveSingleItem();
        (delay.Key, delay.Due, delay.DoneOn).ShouldBe(("accept", District.Day("2026-03-09"), District.Day("2026-03-10")));
    }

    [Fact]
    public void Even_incomplete_it_is_accepted_by_law_and_no_other_answer_can_be_given_any_more()
    {
        var late = ACase.Filed(null, ACase.Paper("application"));
        District.Refused("accepted-by-law", () => late.AskForSupplement("2026-03-10").Happened).Status.ShouldBe(409);
        District.Refused("accepted-by-law", () => late.Decline("2026-03-10").Happened);
        District.Refused("accepted-by-law", () => late.Accept("2026-03-10").Happened);
        late.Deem("2026-03-10").Case.Stage.ShouldBe(CaseStage.InReview);
    }

    [Fact]
    public void A_supplement_is_asked_for_once_and_names_everything()
    {
        var asked = ACase.Filed(null, ACase.Paper("application")).AskForSupplement("2026-03-03", new MissingMaterial("营业执照", "复印件不清晰"));
        asked.Case.Notices[^1].MissingMaterials.Select(m => m.Name).ShouldBe(["卫生检测报告", "营业执照"]);
        asked.Case.RespondBy.ShouldBeNull();
        District.Refused("materials-missing", () => asked.Supplement("2026-03-10", "application").Happened, "materials");
        District.Refused("supplement-empty", () => asked.Supplement("2026-03-10").Happened, "materials");
        District.Refused("material-not-asked", () => asked.Supplement("2026-03-10", "report", "photo").Happened, "materials[1].key");
        District.Refused("supplement-asked-before", () => asked.Supplement("2026-03-10", "report").AskForSupplement("2026-03-11", new MissingMaterial("又一份", "")).Happened);
        District.Refused("supplement-without-need", () => ACase.Filed().AskForSupplement().Happened, "alsoMissing");
        District.Refused("material-catch-all", () => ACase.Filed().AskForSupplement("2026-03-03", new MissingMaterial("其他材料", "")).Happened, "alsoMissing[0].name");
        District.Refused("material-unnamed", () => ACase.Filed().AskForSupplement("2026-03-03", new MissingMaterial("", "")).Happened, "alsoMissing[0].name");
    }

    [Fact]
    public void After_a_supplement_it_is_accepted_from_the_day_it_was_complete()
    {
        var complete = ACase.Filed(null, ACase.Paper("application")).AskForSupplement().Supplement("2026-03-10", "report");
        complete.Case.RespondBy.ShouldBe(District.Day("2026-03-17"));
        var accepted = complete.Accept("2026-03-12").Case;
        accepted.AcceptedOn.ShouldBe(District.Day("2026-03-10"));
        (accepted.Statutory!.Due, accepted.Promised!.Due).ShouldBe((District.Day("2026-04-08"), District.Day("2026-03-24")));
        complete.Deem("2026-03-17").Happened.ShouldBeEmpty();
        complete.Deem("2026-03-18").Case.AcceptedOn.ShouldBe(District.Day("2026-03-10"));
    }

    [Fact]
    public void Not_accepted_is_said_with_reasons_and_remedies()
    {
        var declined = ACase.Filed().Decline().Case;
        var paper = declined.Notices.ShouldHaveSingleItem();
        (paper.Kind, paper.Remedies).ShouldBe((NoticeKind.NonAcceptance, new Remedies("锦源区人民政府", "锦源区人民法院")));
        District.Refused("reasons-missing", () => ACase.Filed().When("2026-03-03", By.Window(), (c, m) => DeclineCase.Decide(c, m, new([], null))).Happened, "reasons");
        District.Refused("reasons-missing", () => ACase.Filed().When("2026-03-03", By.Window(), (c, m) => DeclineCase.Decide(c, m, new([new("", null)], null))).Happened, "reasons");
    }

    [Fact]
    public void An_applicants_number_has_its_check_character()
    {
        Draft("applicant-number-organisation", ACase.Applicant with { Identifier = "91370390MA00000170" }, "applicant.identifier");
        Draft("applicant-number-person", new Applicant(ApplicantKind.Person, "孙某", "110105194912310021", ""), "applicant.identifier");
        Draft("applicant-name-missing", ACase.Applicant with { Name = " " }, "applicant.name");
        District.Refused("item-unknown", () => DraftCase.Decide(null, By.Window(), Request(ACase.Applicant)), "item");

        static void Draft(string code, Applicant applicant, string field) =>
            District.Refused(code, () => DraftCase.Decide(AnItem.Registered(), By.Window(), Request(applicant)), field);

        static DraftCase.Request Request(Applicant applicant) => new(AnItem.Code, Channel.Window, applicant, System.Text.Json.JsonElement.Parse("{}"), null);
    }
}

using OneSeal.Host.Feedback;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using static OneSeal.Host.Tests.Cases.District;

namespace OneSeal.Host.Tests.Feedback;

public class What_counts_against_a_holder
{
    private static readonly LicenceAct Act = new("提交虚假材料", "行政许可法第六十九条", null, "锦审撤〔2026〕1号");

    [Theory]
    [InlineData("2026-03-04", true)]
    [InlineData("2029-03-04", true)]
    [InlineData("2029-03-05", false)]
    public void A_licence_got_by_fraud_is_a_caution_for_three_years(string today, bool cautioned)
    {
        var caution = Cautions.Of("1.2.156", "卫生许可证", Day("2026-03-04"), new LicenceEvent.Revoked(Act, ByFraud: true), Day(today));
        (caution is not null).ShouldBe(cautioned);
        caution?.Article.ShouldBe("行政许可法第七十九条");
        caution?.Text.ShouldContain("2029年3月4日");
    }

    [Fact]
    public void One_taken_away_for_another_reason_is_none()
    {
        Cautions.Of("1.2.156", "卫生许可证", Day("2026-03-04"), new LicenceEvent.Revoked(Act, ByFraud: false), Day("2026-03-04")).ShouldBeNull();
        Cautions.Of("1.2.156", "卫生许可证", Day("2026-03-04"), new LicenceEvent.Cancelled(Act), Day("2026-03-04")).ShouldBeNull();
    }

    [Fact]
    public void Credit_counts_to_its_last_day_and_a_penalty_for_three_years()
    {
        FeedbackRow[] rows =
        [
            Row("1", AFeedback.Credit(good: false, until: "2026-12-31")), Row("2", AFeedback.Credit(good: true)), Row("3", AFeedback.Penalty()),
            Row("4", AFeedback.Finding()), Row("5", AFeedback.Penalty(), FeedbackState.Retracted), Row("6", AFeedback.Finding(), adverse: false),
        ];
        Counted("2026-12-31").ShouldBe("good 1, bad 1, penalties 1, faults 1");
        Counted("2027-01-01").ShouldBe("good 1, bad 0, penalties 1, faults 1");
        Counted("2029-03-04").ShouldBe("good 1, bad 0, penalties 0, faults 1");

        string Counted(string day)
        {
            var sum = CreditSummary.Of(rows, Day(day));
            return $"good {sum.Good.Count}, bad {sum.Bad.Count}, penalties {sum.Penalties.Count}, faults {sum.UnrectifiedFindings.Count}";
        }
    }

    [Fact]
    public void What_speaks_against_him_today_stands_first()
    {
        FeedbackRow[] rows =
        [
            Row("passed", AFeedback.Inspection("2026-03-09", passed: true)), Row("over", AFeedback.Credit(good: false, "2026-03-08", until: "2026-03-10")),
            Row("old", AFeedback.Penalty("2026-03-02")), Row("new", AFeedback.Penalty("2026-03-05")),
        ];
        FeedbackRow.Ordered(rows, Day("2026-03-10")).Select(r => r.Id).ShouldBe(["over", "new", "old", "passed"]);
        FeedbackRow.Ordered(rows, Day("2026-03-11")).Select(r => r.Id).ShouldBe(["new", "old", "passed", "over"]);
    }

    private static FeedbackRow Row(string id, FeedbackContent content, FeedbackState state = FeedbackState.Reported, bool? adverse = null) => new(
        id, content.Kind, state, adverse ?? (state != FeedbackState.Retracted && content.IsAdverse), District.Health.Code, District.Health.Name, null, "锦源某宾馆",
        ACase.Applicant.Identifier, null, null, content.HappenedOn, content.CountsUntil, At("2026-03-04"), false, content);
}

using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class ExplanationTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.National;

    [Fact]
    public void Working_days_are_told_with_the_holiday_and_the_make_up_day() =>
        Told(Limit.WorkingDays(3), "2026-02-12").ShouldBe("""
            2026-02-12 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-02-13 1 第1个工作日
            2026-02-14 2 第2个工作日（春节调休上班）
            2026-02-15 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-16 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-17 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-18 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-19 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-20 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-21 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-22 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-23 - 春节放假，不计入工作日（行政许可法第八十二条）
            2026-02-24 3 第3个工作日
            """);

    [Fact]
    public void Calendar_days_that_end_in_a_holiday_tell_how_they_move() =>
        Told(Limit.CalendarDays(3), "2026-06-17").ShouldBe("""
            2026-06-17 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-06-18 1 第1日
            2026-06-19 2 第2日
            2026-06-20 3 第3日；期限最后一日适逢端午节放假，顺延至下一个工作日（民法典第二百零三条）
            2026-06-21 - 端午节放假，继续顺延（民法典第二百零三条）
            2026-06-22 - 顺延后的期限最后一日（民法典第二百零三条）
            """);

    [Fact]
    public void Months_are_told_month_by_month() =>
        Told(Limit.Months(3), "2025-12-31").ShouldBe("""
            2025-12-31 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-01-31 1 满第1个月，到期月的对应日（民法典第二百零二条）
            2026-02-28 2 满第2个月，到期月没有对应日，以月末日为准（民法典第二百零二条）
            2026-03-31 3 满第3个月，到期月的对应日（民法典第二百零二条）
            """);

    [Fact]
    public void On_the_spot_is_told_in_one_line() =>
        Told(Limit.OnTheSpot, "2026-03-04").ShouldBe("2026-03-04 - 当场办结，应于当日办理完毕");

    [Fact]
    public void Special_procedures_and_extensions_are_told_with_their_articles() =>
        Told(Started(Limit.WorkingDays(2), "2026-03-02")
            .Through("2026-03-03", "2026-03-04")
            .Extend(new Extension(Limit.WorkingDays(1), LegalBasis.LicensingPeriod, "需进一步核实材料", new(2026, 3, 5)))).ShouldBe("""
            2026-03-02 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-03-03 - 专家评审所需时间不计入期限（行政许可法第四十五条）
            2026-03-04 - 专家评审所需时间不计入期限（行政许可法第四十五条）
            2026-03-05 1 第1个工作日
            2026-03-06 2 第2个工作日
            2026-03-07 - 周末，不计入工作日（行政许可法第八十二条）
            2026-03-08 - 周末，不计入工作日（行政许可法第八十二条）
            2026-03-09 3 延长期限：第3个工作日（行政许可法第四十二条）
            """);

    [Fact]
    public void Months_moved_by_a_procedure_tell_by_how_many_days() =>
        Told(Started(Limit.Months(1), "2026-03-04").Through("2026-03-10", "2026-03-11")).ShouldBe("""
            2026-03-04 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-03-10 - 专家评审所需时间不计入期限（行政许可法第四十五条）
            2026-03-11 - 专家评审所需时间不计入期限（行政许可法第四十五条）
            2026-04-06 1 满第1个月，因不计入期限的日期后移2日；期限最后一日适逢清明节放假，顺延至下一个工作日（民法典第二百零三条）
            2026-04-07 - 顺延后的期限最后一日（民法典第二百零三条）
            """);

    [Fact]
    public void A_day_of_a_year_without_notice_says_that_it_is_provisional() =>
        Told(Limit.WorkingDays(2), "2026-12-30").ShouldBe("""
            2026-12-30 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-12-31 1 第1个工作日
            2027-01-01 2 第2个工作日；2027年放假安排尚未公布，暂按周一至周五上班推算
            """);

    [Fact]
    public void A_last_day_of_a_year_without_notice_says_so_too() =>
        Told(Limit.CalendarDays(1), "2027-01-05").ShouldBe("""
            2027-01-05 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2027-01-06 1 第1日；2027年放假安排尚未公布，暂按周一至周五上班推算
            """);

    [Fact]
    public void A_last_day_that_moves_in_a_year_without_notice_says_both() =>
        Told(Limit.CalendarDays(1), "2027-01-08").ShouldBe("""
            2027-01-08 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2027-01-09 1 第1日；期限最后一日适逢周末，顺延至下一个工作日（民法典第二百零三条）；2027年放假安排尚未公布，暂按周一至周五上班推算
            2027-01-10 - 周末，继续顺延（民法典第二百零三条）；2027年放假安排尚未公布，暂按周一至周五上班推算
            2027-01-11 - 顺延后的期限最后一日（民法典第二百零三条）；2027年放假安排尚未公布，暂按周一至周五上班推算
            """);

    [Fact]
    public void On_the_spot_cannot_end_inside_a_special_procedure() =>
        Told(Started(Limit.OnTheSpot, "2026-03-04").Through("2026-03-04", "2026-03-05")).ShouldBe("""
            2026-03-04 - 当场办结，应于当日办理完毕；期限最后一日适逢专家评审期间，顺延至下一个工作日（民法典第二百零三条）
            2026-03-05 - 专家评审所需时间不计入期限（行政许可法第四十五条）
            2026-03-06 - 顺延后的期限最后一日（民法典第二百零三条）
            """);

    [Fact]
    public void An_open_procedure_tells_where_the_count_stands_still() =>
        Told(Started(Limit.WorkingDays(2), "2026-03-02").Suspend(new(2026, 3, 4), LegalBasis.SpecialProcedure, "检测")).ShouldBe("""
            2026-03-02 - 起算当日不计入，自次日起计算（民法典第二百零一条）
            2026-03-03 1 第1个工作日
            2026-03-04 - 检测尚未结束，所需时间不计入期限，结束后继续计算（行政许可法第四十五条）
            """);

    private static string Told(Limit limit, string start) => Told(Started(limit, start));

    private static string Told(Deadline deadline) => string.Join('\n', Clock.Explain(deadline, Calendar).Select(s =>
    {
        s.Counted.ShouldBe(s.Number is not null);
        return $"{s.Date:yyyy-MM-dd} {s.Number?.ToString() ?? "-"} {s.Why}";
    }));

    private static Deadline Started(Limit limit, string start) => new(limit, StartEvent.Accepted, DateOnly.ParseExact(start, "yyyy-MM-dd"));
}

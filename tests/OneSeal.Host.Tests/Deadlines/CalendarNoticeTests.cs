using System.Text.Json;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Deadlines;

public class CalendarNoticeTests
{
    private static readonly CalendarNotice Sound = new(
        2027,
        [new("an invented notice", new(2026, 11, 3))],
        [new("元旦", new(2026, 12, 31), new(2027, 1, 2)), new("国庆节", new(2027, 10, 1), new(2027, 10, 7))],
        [new(new(2027, 10, 9), "国庆节")]);

    [Fact]
    public void A_sound_notice_is_taken() => Sound.Checked().ShouldBeSameAs(Sound);

    [Fact]
    public void A_notice_is_the_same_after_being_stored()
    {
        var notice = Sound with { Region = "370000" };
        var json = JsonSerializer.Serialize(notice, JsonSerializerOptions.Web);

        var read = JsonSerializer.Deserialize<CalendarNotice>(json, JsonSerializerOptions.Web)!;

        (read.Year, read.Region).ShouldBe((2027, "370000"));
        read.Notices.ShouldBe(notice.Notices);
        read.Holidays.ShouldBe(notice.Holidays);
        read.MakeUpDays.ShouldBe(notice.MakeUpDays);
    }

    [Fact]
    public void A_notice_without_make_up_days_need_not_name_them()
    {
        const string Json = """
            {"year":2027,"notices":[{"source":"s","issued":"2026-11-03"}],
             "holidays":[{"name":"元旦","from":"2027-01-01","to":"2027-01-01"}]}
            """;

        JsonSerializer.Deserialize<CalendarNotice>(Json, JsonSerializerOptions.Web)!.Checked().MakeUpDays.ShouldBeEmpty();
    }

    public static TheoryData<string, string> Unsound => new()
    {
        { "calendar-year-invalid", "year" },
        { "calendar-source-missing", "notices" },
        { "calendar-name-missing", "holidays[0].name" },
        { "calendar-holiday-backwards", "holidays[0].to" },
        { "calendar-holiday-too-long", "holidays[0].to" },
        { "calendar-day-outside", "holidays[0].from" },
        { "calendar-make-up-day-on-weekday", "makeUpDays[0].date" },
        { "calendar-day-both", "makeUpDays[0].date" },
    };

    [Theory, MemberData(nameof(Unsound))]
    public void A_notice_with_a_slip_is_refused_and_the_field_named(string code, string field)
    {
        var notice = code switch
        {
            "calendar-year-invalid" => Sound with { Year = 27 },
            "calendar-source-missing" => Sound with { Notices = [new(" ", new(2026, 11, 3))] },
            "calendar-name-missing" => Sound with { Holidays = [new("", new(2027, 1, 1), new(2027, 1, 1))] },
            "calendar-holiday-backwards" => Sound with { Holidays = [new("国庆节", new(2027, 10, 7), new(2027, 10, 1))] },
            "calendar-holiday-too-long" => Sound with { Holidays = [new("国庆节", new(2027, 10, 1), new(2027, 11, 7))] },
            "calendar-day-outside" => Sound with { Holidays = [new("国庆节", new(2029, 10, 1), new(2029, 10, 7))] },
            "calendar-make-up-day-on-weekday" => Sound with { MakeUpDays = [new(new(2027, 10, 11), "国庆节")] },
            _ => Sound with { MakeUpDays = [new(new(2027, 10, 2), "国庆节")] },
        };

        var refusal = Should.Throw<Refusal>(notice.Checked);
        refusal.Code.ShouldBe(code);
        refusal.Field.ShouldBe(field);
    }
}

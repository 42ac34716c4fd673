using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Tests.Localities;

/// <summary>What becomes of a locality's calendar when a notice comes.</summary>
public sealed class Which_days_are_worked
{
    private static readonly DateOnly MidAutumn = new(2026, 9, 25), Festival = new(2026, 11, 24);

    [Fact]
    public void A_correction_takes_the_place_of_its_years_notice()
    {
        var calendar = After(Notice(null, Festival)).Calendar;

        calendar.IsWorkingDay(Festival).ShouldBeFalse();
        calendar.IsWorkingDay(MidAutumn).ShouldBeTrue("the correction does not name it");
        calendar.DayOf(MidAutumn).Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_regions_festival_comes_beside_the_countrys_notice()
    {
        var calendar = After(Notice("370390", Festival)).Calendar;

        calendar.IsWorkingDay(Festival).ShouldBeFalse();
        calendar.IsWorkingDay(MidAutumn).ShouldBeFalse();
        calendar.DayOf(MidAutumn).Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_regions_festival_outlasts_a_correction_of_the_countrys_notice_and_is_replaced_by_its_own()
    {
        After(Notice("370390", Festival), Notice(null, MidAutumn)).Calendar.IsWorkingDay(Festival).ShouldBeFalse();
        After(Notice("370390", Festival), Notice("370390", Festival.AddDays(1))).Calendar.IsWorkingDay(Festival).ShouldBeTrue();
    }

    private static CalendarNotice Notice(string? region, DateOnly holiday) =>
        new(2026, [new("样例通知", new(2026, 11, 20))], [new("样例节", holiday, holiday)], []) { Region = region };

    private static Locality After(params CalendarNotice[] notices) =>
        notices.Aggregate(new Locality(), (locality, notice) => Locality.Kind.Evolve(locality, Happened(notice)));

    private static Recorded<LocalityEvent> Happened(CalendarNotice notice) => new(new LocalityEvent.CalendarAdded(notice), 1, default, Actor.System("370390"));
}

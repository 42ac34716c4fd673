using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

public sealed class LimitTests
{
    public static TheoryData<Limit, Limit, bool> Comparisons() => new()
    {
        { Limit.WorkingDays(21), Limit.WorkingDays(20), true },
        { Limit.WorkingDays(20), Limit.WorkingDays(20), false },
        { Limit.CalendarDays(8), Limit.CalendarDays(7), true },
        { Limit.Months(4), Limit.Months(3), true },

        // Either can come out longer: neither is certainly so.
        { Limit.WorkingDays(5), Limit.CalendarDays(7), false },
        { Limit.CalendarDays(7), Limit.WorkingDays(5), false },
        { Limit.Months(1), Limit.CalendarDays(30), false },

        // Working days last at least as many calendar days.
        { Limit.WorkingDays(8), Limit.CalendarDays(7), true },
        { Limit.WorkingDays(32), Limit.Months(1), true },
        { Limit.Months(1), Limit.CalendarDays(27), true },
        { Limit.CalendarDays(32), Limit.Months(1), true },
        { Limit.OnTheSpot, Limit.CalendarDays(1), false },
    };

    [Theory]
    [MemberData(nameof(Comparisons))]
    public void A_limit_is_longer_only_if_it_is_so_in_every_calendar(Limit limit, Limit other, bool longer) => limit.IsLongerThan(other).ShouldBe(longer);

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_limit_has_a_count_from_0_to_999(int count) => Should.Throw<ArgumentOutOfRangeException>(() => Limit.WorkingDays(count));
}

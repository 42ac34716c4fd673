using System.Text.Json.Serialization;

namespace OneSeal.Host.Deadlines;

/// <summary>
/// How a case stands in time, as the person at the counter sees it. Which colour it has differs from place to place, so the
/// state is named and the colour left to the page.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<TrafficLight>))]
internal enum TrafficLight
{
    /// <summary>正常.</summary>
    [JsonStringEnumMemberName("normal")]
    Normal,

    /// <summary>临期: the promised date, or the statutory one where there is no promise, is near.</summary>
    [JsonStringEnumMemberName("near")]
    Near,

    /// <summary>超承诺期限: the bureau broke its promise but not yet the law.</summary>
    [JsonStringEnumMemberName("overPromise")]
    OverPromise,

    /// <summary>超法定期限.</summary>
    [JsonStringEnumMemberName("overStatute")]
    OverStatute,

    /// <summary>特别程序中: no clock runs today.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,
}

/// <summary>
/// When a case is called near (临期). No national rule gives the number; one working day before the promised date is what practice
/// commonly has.
/// </summary>
/// <param name="WarnWorkingDaysBefore">Near when this many working days or fewer are left; 0 warns on the due date only.</param>
internal sealed record LightRule(int WarnWorkingDaysBefore = 1);

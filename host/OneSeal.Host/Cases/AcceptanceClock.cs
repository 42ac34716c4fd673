using OneSeal.Host.Deadlines;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>行政许可法 32: within five working days the applicant is told, else the application counts as accepted from receipt.</summary>
internal static class AcceptanceClock
{
    public static readonly Limit LimitToAnswer = Limit.WorkingDays(5);

    public static DateOnly RespondBy(DateOnly receivedOn, WorkCalendar calendar) =>
        Clock.Derive(new Deadline(LimitToAnswer, StartEvent.Received, receivedOn), calendar).Due!.Value;
}

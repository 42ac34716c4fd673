using OneSeal.Host.Worklist;

namespace OneSeal.Host.Requests;

/// <summary>超时记录: what was not done to a request by its day goes on record, for whoever had to do it.</summary>
internal static class RecordDelay
{
    public static IEnumerable<RequestEvent> Decide(FormalRequest request, RequestMoment moment) =>
        Delays.NotRecorded(request.Tasks, request.Delays, moment.Today).Select(delay => new RequestEvent.Delayed(delay));
}

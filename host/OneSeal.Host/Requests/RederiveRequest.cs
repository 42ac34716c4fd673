using OneSeal.Host.Deadlines;

namespace OneSeal.Host.Requests;

/// <summary>
/// 重新计算期限: a calendar came or changed, and with it the last day to answer and the holder's last day to ask for a hearing.
/// </summary>
internal static class RederiveRequest
{
    /// <returns>Nothing if the dates stay as they are.</returns>
    public static IEnumerable<RequestEvent> Decide(FormalRequest request, RequestMoment moment, string reason)
    {
        if (!request.IsOpen) yield break;
        var answer = Clock.Derive(request.Answer!.Deadline, moment.Calendar).Due;
        // A time to ask for a hearing that is over stays over; a statement does not end it.
        var mayAsk = request.Stage == RequestStage.HolderTold || request is { Stage: RequestStage.Heard, Heard: HolderHeard.Statement };
        var speakBy = mayAsk && request.SpeakBy >= moment.Today
            ? TellHolder.SpeakBy(request.ToldOn!.Value, moment.Calendar)
            : request.SpeakBy;
        if (answer != request.Answer.Due || speakBy != request.SpeakBy) yield return new RequestEvent.Rederived(reason, answer, speakBy);
    }
}

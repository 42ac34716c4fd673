using System.Text.Json;
using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
using OneSeal.Host.Requests;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>
/// Carries out what a department's system says, as its organisation's officer would; the actor stands in the work's context.
/// </summary>
/// <param name="work">The command it becomes.</param>
/// <param name="subject">What it is about: the CloudEvent's <c>subject</c>.</param>
/// <param name="data">The CloudEvent's <c>data</c>; an empty object where it had none.</param>
/// <param name="cancellationToken">The caller has gone.</param>
internal delegate Task<IVersioned> CallbackHandler(JournalWork work, string subject, JsonElement data, CancellationToken cancellationToken);

/// <summary>The events that departments' systems may send, by their CloudEvents <c>type</c>.</summary>
internal sealed class CallbackHandlers() : Dictionary<string, CallbackHandler>(StringComparer.Ordinal)
{
    /// <summary>认领: the subject is the push.</summary>
    public const string Claim = "cn.oneseal.linkage.claim.v1";

    /// <summary>监管反馈: the event's subject says what it is about, in the sender's words; what counts is the data.</summary>
    public const string Feedback = "cn.oneseal.linkage.feedback.v1";

    /// <summary>正式行文: likewise.</summary>
    public const string Request = "cn.oneseal.linkage.request.v1";

    public static CallbackHandlers Of(Attachments attachments, ReportFeedback report, SubmitRequest submit) => new()
    {
        [ProveConnection.Type] = ProveConnection.HandleAsync,
        [UploadEvidence.Type] = (work, _, data, cancellationToken) =>
            UploadEvidence.RunAsync(work, attachments, Read<UploadEvidence.Request>(data), cancellationToken),
        [Claim] = async (work, subject, data, cancellationToken) =>
            await ClaimPush.RunAsync(work, subject, Read<ClaimPush.Request>(data), cancellationToken),
        [Feedback] = async (work, _, data, cancellationToken) =>
            await report.RunAsync(work, Read<ReportFeedback.Request>(data), cancellationToken),
        [Request] = async (work, _, data, cancellationToken) =>
            await submit.RunAsync(work, Read<SubmitRequest.Request>(data), cancellationToken),
    };

    private static T Read<T>(JsonElement data)
    {
        try
        {
            return data.Deserialize<T>(HttpJson.Options) ?? throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new Refusal("callback-data-malformed") { Field = "data" };
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>What a department can be told of. Later versions may add members.</summary>
[JsonConverter(typeof(CamelCaseEnum<SupervisionTopic>))]
public enum SupervisionTopic
{
    /// <summary>受理: an application was accepted.</summary>
    Accepted,

    /// <summary>决定: it was decided, favourably or not.</summary>
    Decided,

    /// <summary>颁发: the licence was issued.</summary>
    Issued,

    /// <summary>特别程序: the case's clock stands still for a procedure that is not counted.</summary>
    Suspended,

    /// <summary>特别程序结束: the case's clock goes on.</summary>
    Resumed,

    /// <summary>终结: the application was withdrawn, or the case terminated without a decision.</summary>
    Closed,

    /// <summary>证照变动: a licence was suspended, changed, renewed, withdrawn, revoked, cancelled, or has expired.</summary>
    LicenceChanged,

    /// <summary>复函: a formal request of the department was answered.</summary>
    RequestAnswered,
}

/// <summary>You implement: what the department's own supervision does when it is told of a case.</summary>
/// <remarks>
/// An observer: it runs after the decision is committed, from the delivery ledger, and can neither block nor undo it. One that throws is
/// tried with growing waits, seven times in about three hours; the notice then stands among the failed deliveries that administrators see.
/// <see cref="SupervisionNotice.Id"/> never changes, so that an effect can be kept to one.
/// </remarks>
public interface ISupervisionHook
{
    /// <summary>Takes notice.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="cancellationToken">Cancelled when the time limit is over or the module is being disabled.</param>
    Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken);
}

/// <summary>What a supervision hook is told.</summary>
public sealed class SupervisionNotice
{
    /// <summary>The same at every attempt to deliver this notice, and of no other.</summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required SupervisionTopic Topic { get; init; }

    /// <summary>办件编号: the case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The item applied for.</summary>
    public required ItemCode Item { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The day on which it happened, in China's time (UTC+8), whatever the offset of <see cref="At"/>.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At.ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>
    /// The notice's content as JSON: owner, applicant, decision and licence as far as they are known, and the form as filed.
    /// </summary>
    public required JsonElement Content { get; init; }
}

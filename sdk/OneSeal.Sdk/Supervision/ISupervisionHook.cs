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
    /// The notice's content as JSON: owner, holder, decision, licence and documents as far as they are known, and the fields of the form
    /// that were sent along. The members below read from it what a hook asks for most.
    /// </summary>
    public required JsonElement Content { get; init; }

    /// <summary>
    /// The push that tells the department, by which it is claimed; null if the department decides the item itself and there is none.
    /// </summary>
    public string? PushId { get; init; }

    /// <summary>Who applied, or holds the licence by now; null if the content does not say.</summary>
    public string? Holder => TextOf("holder");

    /// <summary>统一社会信用代码 or 公民身份号码 of the holder; null if the content does not say.</summary>
    public string? HolderIdentifier => TextOf("holderIdentifier");

    /// <summary>Whether it was decided favourably; null before the decision.</summary>
    public bool? Granted => Member("granted") is { ValueKind: JsonValueKind.True or JsonValueKind.False } granted ? granted.GetBoolean() : null;

    /// <summary>Why, in Chinese, where there is more to say than the topic: the ground of a licence's change, say; otherwise null.</summary>
    public string? Reason => TextOf("reason");

    /// <summary>The licence as it stands with what happened; null while there is none.</summary>
    /// <exception cref="JsonException">The content's licence is none.</exception>
    public NoticeLicence? Licence =>
        Member("licence") is { ValueKind: JsonValueKind.Object } licence ? licence.Deserialize<NoticeLicence>(FormSchema.Json) : null;

    /// <summary>A field of the form as filed, if the memorandum's push rule (推送要点) names it for this department.</summary>
    /// <typeparam name="T">The field's type in the item's record; <c>int?</c> rather than <c>int</c>, to tell 0 from what was not sent.</typeparam>
    /// <param name="name">The field as it stands in JSON, for example <c>floorArea</c>.</param>
    /// <returns>The value; <c>default</c> if it was not sent along.</returns>
    /// <exception cref="JsonException">The field is of another type.</exception>
    public T? Field<T>(string name) =>
        Member("fields") is { ValueKind: JsonValueKind.Object } fields && fields.TryGetProperty(name, out var value)
            ? value.Deserialize<T>(FormSchema.Json)
            : default;

    private string? TextOf(string name) => Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private JsonElement? Member(string name) =>
        Content.ValueKind == JsonValueKind.Object && Content.TryGetProperty(name, out var member) ? member : null;
}

/// <summary>证照: a licence as a notice tells of it.</summary>
/// <param name="Name">证照名称.</param>
/// <param name="Identifier">证照标识, by which feedback can be tied to it.</param>
/// <param name="State">How it stands.</param>
/// <param name="ValidFrom">The first day on which it holds.</param>
/// <param name="ValidUntil">The last day; null for a licence without end.</param>
public sealed record NoticeLicence(string Name, string Identifier, LicenceStanding State, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>How a licence stands. Later versions may add members.</summary>
[JsonConverter(typeof(CamelCaseEnum<LicenceStanding>))]
public enum LicenceStanding
{
    /// <summary>有效: in force.</summary>
    Valid,

    /// <summary>暂停: what it permits may not be done for a while.</summary>
    Suspended,

    /// <summary>已变更: in force, as changed.</summary>
    Changed,

    /// <summary>撤回: taken back, because law or facts have changed (行政许可法 8).</summary>
    Withdrawn,

    /// <summary>撤销: it should never have been granted (行政许可法 69).</summary>
    Revoked,

    /// <summary>注销: taken off the register (行政许可法 70).</summary>
    Cancelled,

    /// <summary>失效: its last day has passed.</summary>
    Expired,

    /// <summary>已延续: in force, for a further term (行政许可法 50).</summary>
    Renewed,
}

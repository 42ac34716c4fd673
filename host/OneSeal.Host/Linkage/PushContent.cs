using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Documents;
using OneSeal.Host.Licences;
using OneSeal.Sdk;

namespace OneSeal.Host.Linkage;

/// <summary>推送内容: what a department is told, as it stood when it was pushed.</summary>
/// <param name="Granted">Whether it was decided favourably; null before the decision.</param>
/// <param name="Licence">The licence as it now stands; null while there is none.</param>
/// <param name="Reason">Why, where there is more to say than the topic: the procedure that suspends, the ground of a change.</param>
/// <param name="Fields">What the push rule names of the application, by field.</param>
/// <param name="Documents">What the push rule names of the case's documents.</param>
internal sealed record PushContent(
    SupervisionTopic Topic, DateTimeOffset At, string CaseId, string CaseNumber, string Item, string ItemName, Organisation Owner,
    string Holder, string HolderIdentifier, bool? Granted, PushedLicence? Licence, string? Reason,
    IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyList<PushedDocument> Documents)
{
    public static PushContent Of(PushOccasion occasion, PlannedPush planned, DateTimeOffset at)
    {
        var @case = occasion.Case;
        var applicant = @case.Application!.Applicant;
        // A record-filing may be accepted and decided in one command: what is told of the acceptance knows no decision.
        var decision = occasion.Topic == SupervisionTopic.Accepted ? null : @case.Decision;
        return new PushContent(
            occasion.Topic, at, occasion.CaseId, @case.Number!, @case.Item, @case.ItemName, @case.Owner, occasion.Holder ?? applicant.Name,
            applicant.Identifier, decision?.Granted, occasion.Licence, occasion.Reason, FieldsOf(@case, planned.Fields),
            DocumentsOf(@case, planned.Documents, decision));
    }

    private static Dictionary<string, JsonElement> FieldsOf(Case @case, IReadOnlyList<string> names)
    {
        var form = @case.Application!.Form;
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (form.ValueKind != JsonValueKind.Object) return fields;
        foreach (var name in names)
        {
            if (form.TryGetProperty(name, out var value)) fields[name] = value;
        }

        return fields;
    }

    // What carries the decision goes along only where the decision does.
    private static IReadOnlyList<PushedDocument> DocumentsOf(Case @case, IReadOnlyList<NoticeKind>? kinds, Decision? decision) =>
    [
        .. @case.Notices
            .Where(n => n == @case.DecisionDocument
                ? decision is not null && (kinds?.Contains(n.Kind) ?? true)
                : kinds?.Contains(n.Kind) == true)
            .Select(n => new PushedDocument(n.Number.ToString(), n.DisplayNumber, n.Kind.Title)),
    ];
}

internal sealed record PushedLicence(string Name, string Identifier, LicenceState State, DateOnly ValidFrom, DateOnly? ValidUntil)
{
    public static PushedLicence Of(string identifier, Licence licence) =>
        new(licence.Name, identifier, licence.State, licence.ValidFrom, licence.ValidUntil);
}

internal sealed record PushedDocument(string Number, string DisplayNumber, string Title);

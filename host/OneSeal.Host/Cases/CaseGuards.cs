using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>Checks that several rules share.</summary>
internal static class CaseGuards
{
    /// <summary>Only the organisation that owns the case since its filing acts on it; the other side of the memorandum does not.</summary>
    public static void RequireOwner(this CaseMoment moment, Case @case)
    {
        if (moment.Actor.Role == Role.System || moment.Actor.Organisation.Code == @case.Owner.Code) return;
        throw new Refusal("case-of-another", ("owner", @case.Owner.Name), ("own", moment.Actor.Organisation.Name))
        {
            Status = StatusCodes.Status403Forbidden,
        };
    }

    /// <summary>
    /// After five working days without a word the law itself has accepted (行政许可法 32): nothing else can be answered any more.
    /// </summary>
    public static void RequireAnswerInTime(this CaseMoment moment, Case @case)
    {
        if (@case.RespondBy < moment.Today) throw Refusal.Conflict("accepted-by-law", ("date", @case.CompleteOn));
    }

    /// <summary>Every applicant's number has its check character.</summary>
    public static void Check(this Applicant applicant)
    {
        if (string.IsNullOrWhiteSpace(applicant.Name)) throw new Refusal("applicant-name-missing") { Field = "applicant.name" };
        var valid = applicant.Kind == ApplicantKind.Person
            ? CitizenNumber.TryParse(applicant.Identifier, null, out _)
            : SocialCreditCode.TryParse(applicant.Identifier, null, out _);
        if (!valid)
            throw new Refusal("applicant-number-" + (applicant.Kind == ApplicantKind.Person ? "person" : "organisation"))
            {
                Field = "applicant.identifier",
            };
    }

    /// <summary>Reasons the law wants told (行政许可法 32, 38): at least one, none empty.</summary>
    public static IReadOnlyList<NoticeReason> Checked(this IReadOnlyList<NoticeReason>? reasons) =>
        reasons is { Count: > 0 } && reasons.All(r => !string.IsNullOrWhiteSpace(r.Text))
            ? reasons
            : throw new Refusal("reasons-missing") { Field = "reasons" };

    /// <summary>The materials without which it is incomplete and that are not there.</summary>
    public static IEnumerable<Material> MissingMaterials(this Case @case) => @case.Under!.Materials
        .Where(m => @case.Under.RequiredMaterials.Contains(m.Key) && @case.Application!.Materials.All(held => held.Key != m.Key));
}

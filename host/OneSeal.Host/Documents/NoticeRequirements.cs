using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>What the law wants on each kind of paper. One that lacks it is not made.</summary>
internal static class NoticeRequirements
{
    /// <exception cref="Refusal"><c>notice-incomplete</c>, naming every part that is missing.</exception>
    public static void Demand(NoticeContent content)
    {
        var missing = PartsOf(content).Where(part => !part.Present).Select(part => part.Key).ToList();
        if (missing.Count == 0) return;
        throw new Refusal(
            "notice-incomplete",
            ("title", content.Kind.Title),
            ("parts", missing.Select(part => Text.Of("notice.part." + part))))
        {
            Details = new Dictionary<string, object?> { ["missing"] = missing },
        };
    }

    private static IEnumerable<(string Key, bool Present)> PartsOf(NoticeContent content)
    {
        var accepted = ("acceptedOn", content.AcceptedOn is not null);
        var deadline = ("deadline", content.Deadline is not null);
        var reasons = ("reasons", content.Reasons.Count > 0);
        var remedies = ("remedies", content.Remedies is not null);
        var act = ("act", content.Act is not null);
        var decided = ("decided", content.Decided is not null);
        return content.Kind switch
        {
            NoticeKind.Acceptance => [accepted, deadline],
            // Article 32: all that must be supplemented, at once.
            NoticeKind.Supplement => [("missingMaterials", content.MissingMaterials.Count > 0)],
            // Article 38 asks for reasons and remedies of a denial; not to accept ends the matter for the applicant just as well.
            NoticeKind.NonAcceptance => [reasons, remedies],
            NoticeKind.Denial => [accepted, reasons, remedies],
            NoticeKind.Grant => [accepted],
            // Article 45: the time needed is told in writing.
            NoticeKind.SpecialProcedure => [accepted, ("specialProcedure", content.SpecialProcedure is not null)],
            // Article 42: the reason for the extension is told.
            NoticeKind.Extension => [accepted, deadline, ("extension", content.Extension is not null)],
            NoticeKind.Termination => [reasons],
            NoticeKind.Withdrawal => [("withdrawnOn", content.WithdrawnOn is not null)],
            NoticeKind.RecordFiling or NoticeKind.Receipt => [],
            // Articles 7 and 47: what for, and until when he may ask to be heard.
            NoticeKind.Intention => [act, reasons, deadline],
            NoticeKind.Clearance => [act],
            NoticeKind.HearingCall => [act, ("hearing", content.Hearing is not null)],
            NoticeKind.LicenceWithdrawal or NoticeKind.LicenceRevocation or NoticeKind.LicenceSuspension =>
                [act, reasons, decided, remedies],
            NoticeKind.LicenceChange or NoticeKind.LicenceCancellation or NoticeKind.LicenceReinstatement or NoticeKind.Reply =>
                [act, reasons, decided],
            _ => throw new InvalidOperationException($"No requirements for {content.Kind}."),
        };
    }
}

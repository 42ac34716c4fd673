using OneSeal.Host.Cases;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Licences;

/// <summary>延续 (行政许可法 50): for which licence more time may be asked, and what of it may be decided when.</summary>
internal static class Renewal
{
    /// <summary>Checked when the application is handed in.</summary>
    public static void RequireAskable(Licence licence, FiledUnder under, Case @case, DateOnly today)
    {
        var state = licence.StateOn(today);
        if (state == LicenceState.None) throw No("renewal-licence-unknown");
        if (licence.Item != @case.Item) throw No("renewal-of-another-item", ("item", licence.ItemName));
        if (licence.HolderIdentifier != @case.Application!.Applicant.Identifier) throw No("renewal-of-another-holder");
        if (!state.IsInForce()) throw No("renewal-not-in-force", ("state", state.InChinese()));
        if (licence.ValidUntil is null || under.Result?.RenewalWindow is null) throw No("renewal-not-provided", ("licence", licence.Name));
        if (licence.Renewal is { } pending) throw No("renewal-filed-before", ("case", pending.CaseId), ("date", pending.FiledOn));
    }

    /// <summary>
    /// What the law has renewed can no longer be denied; what has ended for another reason than lack of time cannot be given more.
    /// </summary>
    public static void RequireDecidable(Licence licence, bool granted, DateOnly today)
    {
        if (granted) RequireNotOver(licence, today);
        else if (licence.IsDeemedRenewedOn(today))
            throw Refusal.Conflict("renewal-deemed-granted", ("date", FirstDayOf(licence).AddDays(-1)));
    }

    /// <param name="day">The day of the decision.</param>
    public static void RequireNotOver(Licence licence, DateOnly day)
    {
        var takenAway = !licence.State.HasTerm() && licence.State != LicenceState.Expired;
        if (takenAway || licence.LastDayOn(day) < day)
            throw Refusal.Conflict("renewal-too-late", ("licence", licence.Name), ("state", licence.StateOn(day).InChinese()));
    }

    /// <summary>The first day of the further term: the day after the one that was running when more time was asked for.</summary>
    public static DateOnly FirstDayOf(Licence licence) => (licence.Renewal?.DeemedAfter ?? licence.ValidUntil!.Value).AddDays(1);

    private static Refusal No(string code, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(code, values) { Field = "renews" };
}

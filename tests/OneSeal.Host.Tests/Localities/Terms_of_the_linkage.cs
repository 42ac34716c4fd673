using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Tests.Cases;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Localities;

public class Terms_of_the_linkage
{
    private static readonly LinkageTerms Longer = LinkageTerms.Usual with { Claim = Limit.WorkingDays(3), Light = new LightRule(2) };

    [Fact]
    public void Hold_from_their_day_on_and_before_any_are_set_the_usual_ones_do()
    {
        var locality = And(And(District.Locality, Set("2026-06-01", LinkageTerms.Usual with { DeemedClaimed = true })), Set("2026-04-01", Longer));
        locality.TermsOn(District.Day("2026-03-31")).ShouldBe(LinkageTerms.Usual);
        locality.TermsOn(District.Day("2026-04-01")).ShouldBe(Longer);
        locality.TermsOn(District.Day("2026-06-01")).DeemedClaimed.ShouldBeTrue();
    }

    [Fact]
    public void Are_not_set_for_the_past_nor_without_a_document_nor_beyond_reason()
    {
        District.Refused("linkage-terms-in-the-past", () => Set("2026-03-01", Longer), "from");
        District.Refused("document-number-missing", () => Set("2026-04-01", Longer, " "), "basis");
        District.Refused("linkage-limit-out-of-range", () => Set("2026-04-01", Longer with { Claim = Limit.WorkingDays(0) }), "terms.claim");
        District.Refused("linkage-limit-out-of-range", () => Set("2026-04-01", Longer with { Answer = Limit.Months(4) }), "terms.answer");
        District.Refused("linkage-limit-out-of-range", () => Set("2026-04-01", Longer with { Norm = Limit.CalendarDays(61) }), "terms.norm");
        District.Refused("warning-out-of-range", () => Set("2026-04-01", Longer with { Light = new LightRule(-1) }), "terms.light.warnWorkingDaysBefore");
    }

    private static LocalityEvent Set(string from, LinkageTerms terms, string basis = "锦审〔2026〕5号") =>
        SetLinkageTerms.Decide(new(District.Day(from), terms, basis), District.Day("2026-03-02"));

    private static Locality And(Locality locality, LocalityEvent happened) =>
        Locality.Kind.Evolve(locality, new Recorded<LocalityEvent>(happened, 0, District.At("2026-03-02"), By.Administrator()));
}

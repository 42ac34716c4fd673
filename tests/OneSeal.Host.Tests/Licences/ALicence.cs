using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Licences;

/// <summary>A licence told event by event.</summary>
internal static class ALicence
{
    public const string Identifier = "1.2.156.3005.2.11100000000013338W032.11220000013544541J.2430599.001.F";

    public static readonly LicenceAct Act = new("群众举报查实", "《公共场所卫生管理条例》第十四条", null, "锦审撤〔2026〕1号");

    public static Licence Issued(string from = "2026-01-01", string? until = "2026-12-31") => new Licence().And(new LicenceEvent.Issued(
        "卫生许可证", ACase.Applicant.Name, ACase.Applicant.Identifier, AnItem.Code, "公共场所卫生许可", "2026000001", District.Bureau,
        District.Day(from), until is null ? null : District.Day(until))
    { Supervisor = District.Health });

    public static Licence Suspended(this Licence licence, string? until = null) =>
        licence.And(new LicenceEvent.Suspended(Act, until is null ? null : District.Day(until)));

    public static Licence AskedFor(this Licence licence, string on, bool inTime) =>
        licence.And(new LicenceEvent.RenewalFiled(ACase.Id, District.Day(on), inTime));

    public static Licence And(this Licence licence, LicenceEvent happened) =>
        Licence.Kind.Evolve(licence, new Recorded<LicenceEvent>(happened, 0, District.At("2026-03-02"), By.System));

    /// <summary>What the sweep writes on a day, and the licence as it then stands.</summary>
    public static (Licence After, string[] Happened) Swept(this Licence licence, string on)
    {
        var happened = LetTimePass.Decide(licence, District.Day(on)).ToArray();
        return (happened.Aggregate(licence, And), [.. happened.Select(e => e.GetType().Name)]);
    }

    public static LicenceState On(this Licence licence, string day) => licence.StateOn(District.Day(day));
}

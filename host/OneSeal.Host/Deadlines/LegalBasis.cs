using OneSeal.Host.Texts;

namespace OneSeal.Host.Deadlines;

/// <summary>The articles that this folder itself applies, as a clerk reads them beside a day.</summary>
internal static class LegalBasis
{
    /// <summary>行政许可法第四十二条: how long an agency has, and by how much it may be extended.</summary>
    public static string LicensingPeriod => Text.Of("law.licensing-42");

    /// <summary>
    /// 行政许可法第四十五条: the time of a hearing, tender, auction, inspection, test, quarantine, appraisal or expert review is not
    /// counted. A site survey (现场踏勘) or public notice (公示) is not on this list and needs a statute of its own.
    /// </summary>
    public static string SpecialProcedure => Text.Of("law.licensing-45");
}

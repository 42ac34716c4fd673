using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>
/// The special procedures whose time 行政许可法 article 45 does not count. 现场勘验, 公示 and 征求意见 are not among them: they run on the clock
/// unless a special statute says otherwise, see <see cref="ClockSuspension.BySpecialStatute"/>.
/// </summary>
[JsonConverter(typeof(CamelCaseEnum<SpecialProcedure>))]
public enum SpecialProcedure
{
    /// <summary>听证.</summary>
    Hearing,

    /// <summary>招标.</summary>
    Tender,

    /// <summary>拍卖.</summary>
    Auction,

    /// <summary>检验.</summary>
    Inspection,

    /// <summary>检测.</summary>
    Testing,

    /// <summary>检疫.</summary>
    Quarantine,

    /// <summary>鉴定.</summary>
    Appraisal,

    /// <summary>专家评审.</summary>
    ExpertReview,
}

/// <summary>Why a step's time is not counted: a special procedure of article 45, or a special statute that excludes it.</summary>
public sealed record ClockSuspension
{
    [JsonConstructor]
    internal ClockSuspension(SpecialProcedure? procedure, string name, string article)
    {
        Procedure = procedure;
        Name = name;
        Article = article;
    }

    /// <summary>The procedure, if it is one of article 45.</summary>
    public SpecialProcedure? Procedure { get; }

    /// <summary>What is done, in Chinese; the applicant's notice names it.</summary>
    public string Name { get; }

    /// <summary>The article that takes the time out of the count, in Chinese.</summary>
    public string Article { get; }

    /// <summary>A special procedure of 行政许可法 article 45.</summary>
    /// <param name="procedure">Which.</param>
    public static ClockSuspension Article45(SpecialProcedure procedure) =>
        new(procedure, ChineseName(procedure), "《中华人民共和国行政许可法》第四十五条");

    /// <summary>A procedure that another law or regulation takes out of the count, for example 取水许可条例 article 19 for 征求意见.</summary>
    /// <param name="name">What is done, in Chinese.</param>
    /// <param name="article">Statute and article, in Chinese.</param>
    /// <exception cref="ArgumentException">Either text is empty.</exception>
    public static ClockSuspension BySpecialStatute(string name, string article)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(article);
        return new(null, name, article);
    }

    private static string ChineseName(SpecialProcedure procedure) => procedure switch
    {
        SpecialProcedure.Hearing => "听证",
        SpecialProcedure.Tender => "招标",
        SpecialProcedure.Auction => "拍卖",
        SpecialProcedure.Inspection => "检验",
        SpecialProcedure.Testing => "检测",
        SpecialProcedure.Quarantine => "检疫",
        SpecialProcedure.Appraisal => "鉴定",
        SpecialProcedure.ExpertReview => "专家评审",
        _ => throw new ArgumentOutOfRangeException(nameof(procedure), procedure, null),
    };
}

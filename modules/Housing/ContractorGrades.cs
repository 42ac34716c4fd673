namespace OneSeal.Modules.Housing;

/// <summary>建筑工程施工总承包资质等级.</summary>
public enum ContractorGrade
{
    [Field("特级")]
    Special,

    [Field("一级")]
    First,

    [Field("二级")]
    Second,

    [Field("三级")]
    Third,
}

/// <summary>
/// What each grade of general contractor may build: 《建筑业企业资质标准》 (建市〔2014〕159号), 建筑工程施工总承包. The figures are
/// unconfirmed (mem), as the item's steps say.
/// </summary>
public sealed class ContractorGrades
{
    private readonly Dictionary<ContractorGrade, Scope> _scopes = new()
    {
        [ContractorGrade.First] = new(Height: 200, Area: null, Span: null),
        [ContractorGrade.Second] = new(Height: 100, Area: 150_000, Span: 39),
        [ContractorGrade.Third] = new(Height: 50, Area: 80_000, Span: 27),
    };

    /// <summary>How a building goes beyond the grade, in Chinese; empty if the grade covers it.</summary>
    public IReadOnlyList<string> Excesses(ContractorGrade grade, decimal height, decimal area, decimal span)
    {
        if (!_scopes.TryGetValue(grade, out var scope)) return [];
        var excesses = new List<string>();
        if (height > scope.Height) excesses.Add($"建筑高度{height}米，超过{scope.Height}米");
        if (area > scope.Area) excesses.Add($"建筑面积{area}平方米，超过{scope.Area}平方米");
        if (span > scope.Span) excesses.Add($"单跨跨度{span}米，超过{scope.Span}米");
        return excesses;
    }

    private sealed record Scope(decimal Height, decimal? Area, decimal? Span);
}

namespace OneSeal.Sdk;

/// <summary>How a member of a form's record, or a value of its enumerations, is shown.</summary>
/// <param name="label">What stands beside the field, in Chinese.</param>
/// <example><code>record Form([Field("建筑面积", Unit = "平方米"), Range(0.01, 1_000_000)] decimal FloorArea);</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FieldAttribute(string label) : Attribute
{
    /// <summary>What stands beside the field, in Chinese.</summary>
    public string Label { get; } = label;

    /// <summary>The unit of a number, in Chinese; empty for none. A decimal in 元 or 万元 is an amount of money.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The heading under which the field stands, in Chinese; empty for none.</summary>
    public string Group { get; set; } = "";

    /// <summary>A short help, in Chinese; empty for none.</summary>
    public string Hint { get; set; } = "";

    /// <summary>Whether the text may take several lines.</summary>
    public bool Multiline { get; set; }

    /// <summary>Whether the text is an address: the interface gives it room and the district's name.</summary>
    public bool Address { get; set; }
}

using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>事项类型. The numbers are the codes of GB/T 39046-2020.</summary>
[JsonConverter(typeof(CamelCaseEnum<ItemType>))]
public enum ItemType
{
    /// <summary>行政许可: a licence.</summary>
    Licence = 1,

    /// <summary>行政确认: a confirmation.</summary>
    Confirmation = 7,

    /// <summary>其他行政权力: other powers, record-filings (备案) among them.</summary>
    Other = 10,

    /// <summary>公共服务: a public service.</summary>
    PublicService = 20,
}

/// <summary>行使层级: the level of the authority that carries an item out. The numbers are the codes of GB/T 39046-2020.</summary>
[JsonConverter(typeof(CamelCaseEnum<AuthorityLevel>))]
public enum AuthorityLevel
{
    /// <summary>国家级.</summary>
    State = 1,

    /// <summary>省级.</summary>
    Province = 2,

    /// <summary>市级.</summary>
    City = 3,

    /// <summary>县级.</summary>
    County = 4,

    /// <summary>镇级.</summary>
    Town = 5,

    /// <summary>村级.</summary>
    Village = 6,

    /// <summary>分级管理.</summary>
    Graded = 7,
}

/// <summary>办件类型. The numbers are the codes of GB/T 39046-2020, A.6.</summary>
[JsonConverter(typeof(CamelCaseEnum<HandlingType>))]
public enum HandlingType
{
    /// <summary>即办件: decided at once, without review steps by people.</summary>
    Immediate = 1,

    /// <summary>承诺件: decided within the promised limit.</summary>
    Promised = 2,
}

/// <summary>An element of an item's implementation list (实施清单要素) that can be marked as not confirmed against its official source.</summary>
[JsonConverter(typeof(CamelCaseEnum<ItemElement>))]
public enum ItemElement
{
    /// <summary>基本编码.</summary>
    BasicCode,

    /// <summary>设定依据.</summary>
    LegalBasis,

    /// <summary>法定办结时限.</summary>
    StatutoryLimit,

    /// <summary>承诺办结时限.</summary>
    PromisedLimit,

    /// <summary>材料清单.</summary>
    Materials,

    /// <summary>特别程序 and other steps.</summary>
    Steps,

    /// <summary>结果有效期 and renewal window.</summary>
    Validity,

    /// <summary>收费.</summary>
    Fee,

    /// <summary>受理条件.</summary>
    Conditions,
}

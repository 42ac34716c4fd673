using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>Who performs a review step.</summary>
[JsonConverter(typeof(CamelCaseEnum<Performer>))]
public enum Performer
{
    /// <summary>The organisation that owns the case: the bureau, or before the handover the department.</summary>
    Owner,

    /// <summary>
    /// The supervising department, also after the handover: its survey, technical review or written opinion (技术支撑, 书面意见).
    /// </summary>
    Department,

    /// <summary>The module's own code.</summary>
    System,
}

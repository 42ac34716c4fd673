using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>Which rule of a form a value broke.</summary>
[JsonConverter(typeof(CamelCaseEnum<FormRule>))]
public enum FormRule
{
    /// <summary>A value must be given.</summary>
    Required,

    /// <summary>The value is of another kind: text for a number, and the like.</summary>
    Type,

    /// <summary>A number is below the least or above the greatest allowed.</summary>
    Range,

    /// <summary>A text or list is too short or too long.</summary>
    Length,

    /// <summary>A text does not have the form asked for.</summary>
    Pattern,

    /// <summary>A date, credit code or citizen number is not one.</summary>
    Format,

    /// <summary>The value is none of those to choose from.</summary>
    Choice,

    /// <summary>The form has no such field.</summary>
    Unknown,

    /// <summary>The field is not asked for the other answers given, and must be left empty.</summary>
    NotAsked,
}

/// <summary>A fault of a filled-in form.</summary>
/// <param name="Path">The field, as a path in the form's JSON, for example <c>vehicles[0].length</c>.</param>
/// <param name="Label">The field's label, in Chinese; the path's last name where it has none.</param>
/// <param name="Rule">The rule broken.</param>
/// <param name="Expected">What the rule asks for, for example <c>1–60</c>; empty where the rule says it.</param>
public sealed record FormFault(string Path, string Label, FormRule Rule, string Expected);

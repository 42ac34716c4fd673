using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>A fault of a form as the applicant reads it.</summary>
internal static class FormFaultText
{
    public static string Of(FormFault fault) => Text.Of("form.fault." + fault.Rule, ("label", fault.Label), ("expected", fault.Expected));
}

/// <summary>A fault of a form with the field it is found at.</summary>
internal sealed record FormFaultLine(string Field, string Label, FormRule Rule, string Text)
{
    public static FormFaultLine Of(FormFault fault) => new(FieldOf(fault), fault.Label, fault.Rule, FormFaultText.Of(fault));

    public static string FieldOf(FormFault fault) => fault.Path.Length == 0 ? "form" : "form." + fault.Path;
}

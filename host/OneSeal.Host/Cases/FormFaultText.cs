using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>A fault of a form as the applicant reads it.</summary>
internal static class FormFaultText
{
    public static string Of(FormFault fault) => Text.Of("form.fault." + fault.Rule, ("label", fault.Label), ("expected", fault.Expected));
}

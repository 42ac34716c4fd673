namespace OneSeal.Host.Api;

/// <summary>The parts of a query that are there only if the caller asks for them.</summary>
internal static class Conditions
{
    public static string When(object? given, string condition) => given is null ? "" : condition;
}

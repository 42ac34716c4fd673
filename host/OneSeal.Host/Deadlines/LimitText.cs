using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Deadlines;

/// <summary>A limit in words.</summary>
internal static class LimitText
{
    public static string Of(Limit limit) => limit.Count == 0
        ? Text.Of("limit.onTheSpot")
        : Text.Of("limit." + limit.Unit, ("count", limit.Count));

    public static string Of(Limit limit, StartEvent start) => Text.Of("limit.from." + start, ("limit", Of(limit)));
}

namespace OneSeal.Host;

/// <summary>An address to listen at, checked before anything is started: the framework would say it with a stack trace.</summary>
internal static class ListenAddress
{
    private const string Localhost = "localhost";

    /// <exception cref="StartRefused"><c>address-malformed</c>.</exception>
    public static void Check(string? addresses)
    {
        foreach (var address in (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsSound(address)) throw new StartRefused("address-malformed", ("address", address));
        }
    }

    private static bool IsSound(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            return (Uri.UriSchemeHttp.Equals(parsed.Scheme, StringComparison.OrdinalIgnoreCase)
                    || Uri.UriSchemeHttps.Equals(parsed.Scheme, StringComparison.OrdinalIgnoreCase))
                && parsed.Host.Length > 0 && !parsed.IsUnixPipe && !parsed.IsNamedPipe && parsed.PathBase.Length == 0
                && parsed.Port is >= 0 and <= 65_535
                // A free port can be chosen for one network address, not for the two that this name stands for.
                && !(parsed.Port == 0 && Localhost.Equals(parsed.Host, StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

internal static class ConnectionAddress
{
    /// <summary>An address within the government's network is what is expected here, so no range is closed.</summary>
    public static string Checked(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0
            ? address.AbsoluteUri
            : throw new Refusal("connection-address-invalid") { Field = "url" };
}

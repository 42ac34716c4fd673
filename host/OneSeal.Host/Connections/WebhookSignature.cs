using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneSeal.Host.Connections;

/// <summary>
/// What is signed, and how, after Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 of <c>id.timestamp.body</c>. Of one
/// event there may be several signatures, one for each key in use, so that keys can be changed without a gap.
/// </summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id", TimestampHeader = "webhook-timestamp", SignatureHeader = "webhook-signature";

    private const string Scheme = "v1,";

    public static byte[] Of(byte[] secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }

    public static string Header(IEnumerable<byte[]> signatures) =>
        string.Join(' ', signatures.Select(s => Scheme + Convert.ToBase64String(s)));

    /// <summary>The signatures a header holds; what cannot be read, or is of another scheme, is left out.</summary>
    public static IEnumerable<byte[]> Read(string header)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        foreach (var part in header.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10))
        {
            if (!part.StartsWith(Scheme, StringComparison.Ordinal)) continue;
            if (Convert.TryFromBase64String(part[Scheme.Length..], bytes, out var length) && length == bytes.Length) yield return [.. bytes];
        }
    }
}

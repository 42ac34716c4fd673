using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OneSeal.Host.Journal;

/// <summary>
/// Each event's hash covers the one before it in its stream, so that an event cannot be changed, taken out or put in without every later
/// hash of the stream being wrong. The head of the chain stands in the snapshot as well, so that a cut-off end shows.
/// </summary>
/// <remarks>
/// Whoever can rewrite a whole stream and its snapshot can forge it: heads must be kept elsewhere too, see the decision record.
/// </remarks>
internal static class HashChain
{
    public static byte[] Start { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Next(
        byte[] previous, StreamName stream, int version, string type, int typeVersion, DateTimeOffset at,
        ReadOnlySpan<byte> actor, ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, stream.Region);
        Append(hash, stream.Name);
        Append(hash, version);
        Append(hash, type);
        Append(hash, typeVersion);
        Append(hash, at.UtcTicks);
        Append(hash, actor);
        Append(hash, data);
        return hash.GetHashAndReset();
    }

    // With its length before it, no text can run over into the next.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> text)
    {
        Append(hash, text.Length);
        hash.AppendData(text);
    }

    private static void Append(IncrementalHash hash, string text) => Append(hash, Encoding.UTF8.GetBytes(text));

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Connections;

/// <summary>Lets in what a connected system has signed, once.</summary>
internal sealed class CallbackGate(NpgsqlDataSource database, ConnectionKeys keys, TimeProvider time)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>As whom the system acts.</summary>
    /// <exception cref="Refusal">It is not signed, or not by this system, or not now, or was here before.</exception>
    public async Task<Actor> LetInAsync(
        string region, Connection connection, IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (id, signature, seconds) = RequireSigned(headers);
        var given = WebhookSignature.Read(signature).ToArray();
        var (key, made) = connection.KeysInUse
            .Select(k => (Key: k, Made: WebhookSignature.Of(keys.Bytes(k), id, seconds, body.Span)))
            .FirstOrDefault(k => given.Any(g => CryptographicOperations.FixedTimeEquals(g, k.Made)));
        if (key is null) throw new Refusal("callback-signature-wrong") { Status = StatusCodes.Status401Unauthorized };
        var now = time.GetUtcNow();
        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
            throw new Refusal("callback-stale", ("minutes", Tolerance.TotalMinutes)) { Status = StatusCodes.Status401Unauthorized };
        if (!await IsNewAsync(region, connection.Organisation.Code, made, now, cancellationToken))
            throw Refusal.Conflict("callback-replayed");
        return ActorOf(region, connection.Organisation, key.Id);
    }

    /// <exception cref="Refusal"><c>callback-unsigned</c>: a header is missing, or none.</exception>
    public static (string Id, string Signature, long Seconds) RequireSigned(IHeaderDictionary headers)
    {
        var id = headers[WebhookSignature.IdHeader].ToString();
        var signature = headers[WebhookSignature.SignatureHeader].ToString();
        return id.Length > 0 && signature.Length > 0 && TryReadTimestamp(headers, out var seconds)
            ? (id, signature, seconds)
            : throw new Refusal("callback-unsigned") { Status = StatusCodes.Status401Unauthorized };
    }

    private static Actor ActorOf(string region, Organisation organisation, string key) => new(
        // Follows from whom it stands for: one system's idempotency keys are not another's.
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"connection:{region}/{organisation.Code}")).AsSpan(0, 16)),
        Text.Of("connection.actor", ("organisation", organisation.Name)), Role.DepartmentOfficer, organisation, region,
        Text.Of("connection.authority", ("key", key)));

    private async Task<bool> IsNewAsync(
        string region, string organisation, byte[] signature, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        // What is too old to be let in again need not be known.
        batch.BatchCommands.Add(JournalSql.Statement("delete from oneseal.callback_signatures where at < $1", now - (2 * Tolerance)));
        var kept = JournalSql.Statement(
            """
            insert into oneseal.callback_signatures (region, organisation, signature, at) values ($1, $2, $3, $4)
            on conflict do nothing
            """,
            region, organisation, signature, now);
        batch.BatchCommands.Add(kept);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return kept.RecordsAffected == 1;
    }

    private static bool TryReadTimestamp(IHeaderDictionary headers, out long seconds) =>
        long.TryParse(headers[WebhookSignature.TimestampHeader].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
}

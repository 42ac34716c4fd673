using System.Security.Cryptography;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// 附件: files that belong to cases. They lie in the database, so that what is decided and what it rests on are saved together.
/// </summary>
internal sealed class Attachments(NpgsqlDataSource database, TimeProvider time)
{
    public const int LargestSize = 20 * 1024 * 1024;

    public sealed record Stored(string Id, string Name, string MediaType, int Size);

    public static void MapAttachments(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/attachments", async (
                string name, HttpRequest request, Actor actor, Attachments attachments, CancellationToken cancellationToken) =>
            TypedResults.Ok(await attachments.StoreAsync(actor, name, request, cancellationToken)))
            .Accepts<byte[]>("application/octet-stream", "application/pdf", "image/jpeg", "image/png")
            .RequireRoles([.. Roles.Staff, Role.Public]);

        routes.MapGet("/api/attachments/{id}", async (
            string id, Actor actor, HttpResponse response, Attachments attachments, CancellationToken cancellationToken) =>
            {
                var (stored, content) = await attachments.ReadAsync(actor, id, cancellationToken);
                // Whatever it claims to be, a browser is not to run it.
                response.Headers.ContentSecurityPolicy = "sandbox";
                response.Headers.XContentTypeOptions = "nosniff";
                return TypedResults.File(content, stored.MediaType, stored.Name);
            })
            .RequireRoles([.. Roles.Staff, Role.Public]);
    }

    /// <summary>Every file that a material names was uploaded: by an applicant himself, or in a clerk's region.</summary>
    public async Task CheckAsync(Actor actor, IEnumerable<HeldMaterial> materials, CancellationToken cancellationToken)
    {
        foreach (var (index, held) in materials.Index())
        {
            if (held.Form == MaterialForm.File && held.Attachment is null)
                throw new Refusal("attachment-missing") { Field = $"materials[{index}].attachment" };
            if (held.Attachment is not { } id) continue;
            await CheckAsync(actor, id, actor.Role == Role.Public, $"materials[{index}].attachment", cancellationToken);
        }
    }

    /// <summary>The files that a reviewer puts beside his opinion.</summary>
    public async Task CheckAsync(Actor actor, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var (index, id) in ids.Index())
            await CheckAsync(actor, id, actor.Role == Role.Public, $"attachments[{index}]", cancellationToken);
    }

    /// <summary>The files that somebody brings as evidence: his own uploads.</summary>
    public async Task CheckOwnAsync(Actor actor, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var (index, id) in ids.Index()) await CheckAsync(actor, id, true, $"attachments[{index}]", cancellationToken);
    }

    /// <summary>证据: files that the sender himself has uploaded, of a kind that is not made to be edited.</summary>
    public async Task CheckEvidenceAsync(Actor actor, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var (index, id) in ids.Index())
        {
            await using var command = database.CreateCommand(
                "select name, media_type from oneseal.attachments where region = $1 and id = $2 and uploaded_by = $3");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Region });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.Id });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            if (!await reader.ReadAsync(cancellationToken))
                throw new Refusal("attachment-unknown", ("id", id)) { Field = $"evidence[{index}]" };
            if (!FileKind.IsEvidence(reader.GetString(1)))
                throw new Refusal("evidence-kind", ("name", reader.GetString(0))) { Field = $"evidence[{index}]" };
        }
    }

    private async Task CheckAsync(Actor actor, string id, bool own, string field, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select exists (select from oneseal.attachments where region = $1 and id = $2 and (uploaded_by = $3 or not $4))");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = actor.Id });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = own });
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            throw new Refusal("attachment-unknown", ("id", id)) { Field = field };
    }

    private async Task<Stored> StoreAsync(Actor actor, string name, HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestSize) throw TooLarge();
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > LargestSize) throw TooLarge();
            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return await StoreAsync(actor, name, content.ToArray(), cancellationToken);
    }

    public async Task<Stored> StoreAsync(Actor actor, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200) throw new Refusal("attachment-name") { Status = 400, Field = "name" };
        var mediaType = FileKind.Of(name, bytes)
            ?? throw new Refusal("attachment-kind", ("name", name)) { Status = StatusCodes.Status415UnsupportedMediaType, Field = "name" };
        // The same file uploaded again by the same person is the same attachment: nothing is lost and nothing doubled.
        var hash = SHA256.HashData(bytes);
        var id = Convert.ToHexStringLower(SHA256.HashData([.. actor.Id.ToByteArray(), .. hash]).AsSpan(0, 16));
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(JournalSql.Statement(
            """
            insert into oneseal.attachments (region, id, name, media_type, size, sha256, content, uploaded_by, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (region, id) do nothing
            """,
            actor.Region, id, name, mediaType, bytes.Length, hash, bytes, actor.Id, time.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new Stored(id, name, mediaType, bytes.Length);
    }

    private async Task<(Stored Stored, byte[] Content)> ReadAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select name, media_type, size, content, uploaded_by from oneseal.attachments where region = $1 and id = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = actor.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || (actor.Role == Role.Public && reader.GetGuid(4) != actor.Id))
            throw Refusal.NotFound("attachment-unknown", ("id", id));
        return (new Stored(id, reader.GetString(0), reader.GetString(1), reader.GetInt32(2)), reader.GetFieldValue<byte[]>(3));
    }

    private static Refusal TooLarge() =>
        new("attachment-too-large", ("megabytes", LargestSize / 1024 / 1024)) { Status = StatusCodes.Status413PayloadTooLarge };
}

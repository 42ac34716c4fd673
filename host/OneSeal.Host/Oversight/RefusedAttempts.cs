using Microsoft.AspNetCore.Diagnostics;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Oversight;

/// <summary>
/// 被拒操作记录: what a signed-in person tried and was refused, for oversight. The refusal itself changes nothing and stands in no journal;
/// many tries of one kind within a minute are one row, so that a flood does not fill the disk.
/// </summary>
internal sealed class RefusedAttempts(NpgsqlDataSource database, TimeProvider time, ILogger<RefusedAttempts> log)
{
    private const int LongestText = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Records the refusal of a command that takes a role. Whether it succeeds or not, the answer is the same.</summary>
    public async Task RecordAsync(HttpContext context, Refusal refusal)
    {
        // Whoever handles an exception finds the endpoint no longer in its place.
        var endpoint = (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint()) as RouteEndpoint;
        if (endpoint is null || !IsCommand(context, endpoint) || !IsRecorded(refusal.Status)) return;
        if (Actor.Of(context.User) is not { } person) return;
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var actor = person with { Role = RoleOf(context, endpoint) };
            await using var batch = database.CreateBatch();
            var route = $"{context.Request.Method} {endpoint.RoutePattern.RawText}";
            batch.BatchCommands.Add(Statement(actor, route, context.Request.Path, refusal));
            await batch.ExecuteNonQueryAsync(patience.Token);
        }
        catch (Exception e)
        {
            log.LogError(e, "The refused attempt {Code} of {Person} was not recorded", refusal.Code, person.Id);
        }
    }

    private static bool IsCommand(HttpContext context, Endpoint endpoint) =>
        !HttpMethods.IsGet(context.Request.Method) && endpoint.Metadata.GetMetadata<AllowedRoles>() is { IsAnyone: false };

    private static bool IsRecorded(int status) =>
        status is StatusCodes.Status403Forbidden or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity;

    /// <summary>The role in which he would have acted; if he holds none of those allowed, the first he holds.</summary>
    private static Role RoleOf(HttpContext context, RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<AllowedRoles>()?.Roles ?? []).Concat(Roles.OfAccounts)
            .FirstOrDefault(r => context.User.IsInRole(r.ToString()), Role.Public);

    private NpgsqlBatchCommand Statement(Actor actor, string route, string path, Refusal refusal) => JournalSql.Statement(
        """
        insert into oneseal.refused_attempts (region, minute, actor, route, code, actor_name, organisation, organisation_name, role, status,
          message, path, attempts, first_at, last_at)
        values ($1, date_trunc('minute', $12, 'UTC'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)
        on conflict (region, minute, actor, route, code) do update set attempts = refused_attempts.attempts + 1, message = excluded.message,
          path = excluded.path, last_at = excluded.last_at
        """,
        actor.Region, actor.Id, route, refusal.Code, actor.Name, actor.Organisation.Code, actor.Organisation.Name, actor.Role.ToString(),
        (short)refusal.Status, Shorten(refusal.Message), Shorten(path), time.GetUtcNow());

    private static string Shorten(string text)
    {
        var whole = text.Replace("\0", "", StringComparison.Ordinal);
        if (whole.Length <= LongestText) return whole;
        // Half a character of two would be none.
        var end = char.IsHighSurrogate(whole[LongestText - 1]) ? LongestText - 1 : LongestText;
        return whole[..end] + "…";
    }
}

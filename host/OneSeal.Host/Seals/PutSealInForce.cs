using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>启用印章: the bureau's approval seal comes into force only after a memorandum has (山西 三(三)).</summary>
internal static class PutSealInForce
{
    public sealed record Request(string Basis);

    public static void MapPutSealInForce(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/seals/{id}/put-in-force", (
            string id, Request request, Actor actor, CommandEdge edge, NpgsqlDataSource database, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, database, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<SealAnswer> RunAsync(
        JournalWork work, string id, Request request, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var seal = await work.LoadAsync(Seal.Kind, id, cancellationToken);
        if (!seal.Exists) throw Refusal.NotFound("seal-unknown", ("id", id));
        var locality = await work.LoadAsync(Locality.Kind, work.Context.Region, cancellationToken);
        var bureau = locality.State.Bureau.Code;
        var mayBeUsed = seal.State.Organisation.Code != bureau
            || await HasMemorandumAsync(database, work.Context.Region, bureau, work.Context.At, cancellationToken);
        return SealAnswer.Of(work.Append(seal, Decide(seal.State, request, mayBeUsed)));
    }

    public static SealEvent Decide(Seal seal, Request request, bool mayBeUsed)
    {
        if (seal.LockedAt is { } locked) throw new Refusal("seal-locked", ("seal", seal.Name), ("date", LocalTime.DayOf(locked)));
        if (seal.InForceFrom is not null) throw new Refusal("seal-in-force-before", ("seal", seal.Name));
        if (!mayBeUsed) throw new Refusal("approval-seal-before-memorandum", ("seal", seal.Name));
        if (string.IsNullOrWhiteSpace(request.Basis)) throw new Refusal("reason-missing") { Field = "basis" };
        return new SealEvent.PutInForce(request.Basis);
    }

    private static async Task<bool> HasMemorandumAsync(
        NpgsqlDataSource database, string region, string bureau, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select exists (
              select from oneseal.memoranda where region = $1 and to_code = $2 and effective_from <= $3 and status <> 'Ended')
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = bureau });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

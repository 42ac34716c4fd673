using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Jurisdiction;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Memoranda;

/// <summary>
/// 签订备忘录: with the second signature it takes effect, and every item it covers learns in the same transaction who decides it from when.
/// </summary>
/// <remarks>
/// "自签订之日起" is taken as from the second signature's moment on, or from the start of the handover date if that is later: never into the
/// past, for a case filed that morning has its owner for life.
/// </remarks>
internal static class SignMemorandum
{
    public sealed record Request(Side Side, string Name, string Position, DateOnly On);

    public static void MapSignMemorandum(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/memoranda/{id}/sign", (
            string id, Request request, Actor actor, CommandEdge edge, NpgsqlDataSource database, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, database, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator, Role.DepartmentOfficer);

    public static async Task<MemorandumAnswer> RunAsync(
        JournalWork work, string id, Request request, NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var memorandum = await work.LoadAsync(Memorandum.Kind, id, cancellationToken);
        if (!memorandum.Exists) throw Refusal.NotFound("memorandum-unknown", ("id", id));
        var events = Decide(memorandum.State, request, work.Context).ToArray();
        if (events.OfType<MemorandumEvent.TookEffect>().SingleOrDefault() is { } effect)
        {
            var locality = await work.LoadAsync(Locality.Kind, work.Context.Region, cancellationToken);
            work.Require(locality);
            var published = await PublishedAsync(database, work.Context.Region, memorandum.State.Content!, cancellationToken);
            foreach (var covered in memorandum.State.Content!.Items)
            {
                var item = await work.LoadAsync(Item.Kind, covered.Item, cancellationToken);
                work.Append(item, Assign(item.State, memorandum.State, id, covered, effect.From, locality.State, published));
                // Now that the item is held: cases filed meanwhile must lie before the instant at which it changes hands.
                work.Also(JournalSql.Statement(JournalSql.RequireNoneFiledAfter, work.Context.Region, covered.Item, effect.From));
            }
        }

        return MemorandumAnswer.Of(work.Append(memorandum, events));
    }

    public static IEnumerable<MemorandumEvent> Decide(Memorandum memorandum, Request request, CommandContext context)
    {
        var content = memorandum.Content!;
        var side = request.Side == Side.From ? content.From : content.To;
        if (memorandum.EffectiveFrom is not null) throw new Refusal("memorandum-in-force", ("citation", memorandum.Citation));
        if (memorandum.Signatures.Any(s => s.Side == request.Side))
            throw new Refusal("side-signed-before", ("side", side.Name)) { Field = "side" };
        if (context.Actor.Organisation.Code != side.Code)
            throw new Refusal("signs-for-another", ("side", side.Name), ("own", context.Actor.Organisation.Name))
            {
                Status = StatusCodes.Status403Forbidden,
                Field = "side",
            };
        if (string.IsNullOrWhiteSpace(request.Name)) throw new Refusal("signature-without-name") { Field = "name" };
        if (request.On > LocalTime.DayOf(context.At)) throw new Refusal("date-in-the-future") { Field = "on" };
        yield return new MemorandumEvent.Signed(new SideSignature(request.Side, request.Name, request.Position, request.On));
        if (memorandum.Signatures.IsEmpty) yield break;
        var handover = LocalTime.StartOf(content.HandoverOn);
        yield return new MemorandumEvent.TookEffect(handover > context.At ? handover : context.At);
    }

    public static ItemEvent Assign(
        Item item, Memorandum memorandum, string id, MemorandumItem covered, DateTimeOffset effectiveFrom, Locality locality,
        IReadOnlySet<string> published)
    {
        var content = memorandum.Content!;
        var holder = item.HolderAt(effectiveFrom);
        if (item.Registrations.IsEmpty) throw new Refusal("item-unknown", ("id", covered.Item));
        if (item.CancelledAt is not null) throw new Refusal("item-is-cancelled", ("item", item.Name));
        foreach (var earlier in item.Assignments.Where(a => a.EndedAt is null))
        {
            if (earlier.BoundarySettledAt is null)
                throw Refusal.Conflict("item-boundary-open", ("item", item.Name), ("citation", earlier.Citation));
            // Owners follow each other in the order in which their memoranda take effect: nobody is put in before one who is to come.
            if (earlier.EffectiveFrom > effectiveFrom)
                throw Refusal.Conflict("item-handed-on", ("item", item.Name), ("citation", earlier.Citation));
        }

        if (holder.Code != content.From.Code)
            throw new Refusal("item-not-held", ("item", item.Name), ("from", content.From.Name), ("holder", holder.Name));
        if (!published.Contains(covered.Item))
            throw new Refusal("item-not-on-a-published-list", ("item", item.Name), ("to", content.To.Name));
        return new ItemEvent.Assigned(new Assignment(
            id, memorandum.Citation, content.From, content.To, covered.Supervisor,
            RegimeOf(content, locality, LocalTime.DayOf(effectiveFrom)), effectiveFrom)
        {
            BoundarySettledAt = covered.BoundarySettled ? effectiveFrom : null,
        });
    }

    /// <summary>
    /// The transition is one of the departments' items to the bureau; when an item moves back or onward nobody leads but who takes it over.
    /// </summary>
    private static Regime RegimeOf(MemorandumContent content, Locality locality, DateOnly day) =>
        content.To.Code == locality.Bureau.Code ? locality.RegimeOn(day) : new Regime.BySignature();

    private static async Task<IReadOnlySet<string>> PublishedAsync(
        NpgsqlDataSource database, string region, MemorandumContent content, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select distinct item from oneseal.published_transfers where region = $1 and to_code = $2");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = content.To.Code });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var items = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) items.Add(reader.GetString(0));
        return items;
    }
}

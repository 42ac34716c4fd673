using System.Text.RegularExpressions;
using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Catalogue;

/// <summary>动态调整: an administrator changes limits, materials or fee of an item from a day on, without code.</summary>
internal static class AdjustItem
{
    public sealed record Request(
        DateOnly From, Limit? StatutoryLimit, Limit? PromisedLimit, IReadOnlyList<Material>? Materials, Fee? Fee, bool NoFee, string Reason)
    {
        public ItemAdjustment Adjustment => new(StatutoryLimit, PromisedLimit, Materials, Fee, NoFee);
    }

    public static void MapAdjustItem(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/items/{code}/adjustments", (
            string code, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.ChangeAsync(
                actor, Item.Kind, code, request,
                (item, context) => [Decide(item, request, LocalTime.DayOf(context.At))],
                stream => new ItemChanged(code, stream.Version), "item-unknown", cancellationToken))
        .RequireRoles(Role.Administrator);

    public static ItemEvent Decide(Item item, Request request, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.Reason)) throw new Refusal("reason-missing") { Field = "reason" };
        if (request.Adjustment == new ItemAdjustment()) throw new Refusal("adjustment-empty");
        if (request.From < today) throw new Refusal("adjustment-in-the-past", ("today", today)) { Field = "from" };
        if (item.Adjustments is [.., var last] && request.From < last.From)
            throw new Refusal("adjustment-before-another", ("date", last.From)) { Field = "from" };
        // As it will be at the end of that day: with what was registered and adjusted on it already.
        var before = item.VersionAt(LocalTime.StartOf(request.From.AddDays(1)).AddTicks(-1))!.Elements;
        var after = before.With(request.Adjustment);
        if (after.PromisedLimit.IsLongerThan(after.StatutoryLimit))
            throw new Refusal("promise-longer-than-statute") { Field = "promisedLimit" };
        foreach (var (index, material) in (request.Materials ?? []).Index()) CheckMaterial(material, $"materials[{index}].name");
        if (after.Materials.DistinctBy(m => m.Key).Count() < after.Materials.Count)
            throw new Refusal("material-twice") { Field = "materials" };
        if (request.NoFee && request.Fee is not null) throw new Refusal("fee-and-no-fee") { Field = "noFee" };
        if (request.Fee is { } fee && (fee.Amount < 0 || string.IsNullOrWhiteSpace(fee.Basis)))
            throw new Refusal("fee-without-basis") { Field = "fee" };
        return new ItemEvent.Adjusted(request.From, request.Adjustment, request.Reason);
    }

    private static void CheckMaterial(Material material, string field)
    {
        if (string.IsNullOrWhiteSpace(material.Name) || string.IsNullOrWhiteSpace(material.Key))
            throw new Refusal("material-unnamed") { Field = field };
        if (material.IsCatchAll) throw new Refusal("material-catch-all", ("material", material.Name)) { Field = field };
    }
}

/// <summary>The item as it stands after a change.</summary>
internal sealed record ItemChanged(string Code, int Version) : IVersioned;

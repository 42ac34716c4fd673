using OneSeal.Host.Access;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>印章登记: a seal was engraved and is registered with the organisation it speaks for.</summary>
internal static class RegisterSeal
{
    public sealed record Request(string Name, Organisation Organisation);

    public static void MapRegisterSeal(this IEndpointRouteBuilder routes) => routes
        .MapPut("/api/seals/{id}", (string id, Request request, Actor actor, CommandEdge edge, CancellationToken cancellationToken) =>
            edge.RunAsync(actor, request, work => RunAsync(work, id, request, cancellationToken), cancellationToken))
        .RequireRoles(Role.Administrator);

    public static async Task<SealAnswer> RunAsync(JournalWork work, string id, Request request, CancellationToken cancellationToken)
    {
        var seal = await work.LoadAsync(Seal.Kind, Ids.Checked(id), cancellationToken);
        if (seal.Exists) throw Refusal.Conflict("seal-registered-before", ("seal", seal.State.Name));
        return SealAnswer.Of(work.Append(seal, Decide(request)));
    }

    public static SealEvent Decide(Request request)
    {
        if (string.IsNullOrWhiteSpace(request.Name)) throw new Refusal("seal-unnamed") { Field = "name" };
        request.Organisation.RequireNamed("organisation");
        return new SealEvent.Registered(request.Name, request.Organisation);
    }
}

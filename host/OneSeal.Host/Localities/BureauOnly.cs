using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Localities;

internal static class BureauOnly
{
    /// <summary>
    /// Opens the endpoint to people of the bureau alone: an administrator of another organisation has no business with all departments' keys
    /// and letters.
    /// </summary>
    public static TBuilder OfBureau<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var http = invocation.HttpContext;
            if (Actor.Of(http.User) is { } actor)
            {
                var (locality, _) = await http.RequestServices.GetRequiredService<LocalityBook>().OfAsync(actor.Region, http.RequestAborted);
                if (actor.Organisation.Code != locality.Bureau.Code)
                    throw new Refusal("bureau-only", ("bureau", locality.Bureau.Name)) { Status = StatusCodes.Status403Forbidden };
            }

            return await next(invocation);
        });
}

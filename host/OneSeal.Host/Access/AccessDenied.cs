using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>Says no in the API's own form, whichever way somebody signed in; nothing is ever redirected to a sign-in page.</summary>
internal sealed class AccessDenied : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // No endpoint, or one that routing made up to answer 405 or 415: there is nothing to protect, and the answer is on its way.
        if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint endpoint) return next(context);
        if (endpoint.Metadata.GetMetadata<AllowedRoles>() is not { } allowed)
            return Answer(new("access-undeclared") { Status = StatusCodes.Status403Forbidden });
        if (UnprovenRequest.WasFoundIn(context)) return Answer(UnprovenRequest.Refuse());
        if (!authorizeResult.Challenged) return Answer(allowed.Refuse());
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answer(new("not-signed-in") { Status = StatusCodes.Status401Unauthorized });

        Task Answer(Refusal refusal) => RefusalResponse.WriteAsync(context, refusal);
    }
}

using Microsoft.AspNetCore.Authentication.Cookies;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>
/// The guard against requests forged by another site's page. A browser sends the cookie by itself, so for anything that changes data
/// the cookie counts only together with a header of our own: a foreign page cannot set one without asking this host first (CORS
/// preflight), and this host never agrees. <c>SameSite=Strict</c> alone would leave out pages on a sibling host name, which are "the
/// same site"; checking <c>Origin</c> would need to know every public name a proxy gives this host. Tokens are not sent by
/// themselves and need no guard; neither does signing in, whose body must be JSON, which again no foreign page can send unasked.
/// Where anyone may call, a request whose cookie does not count is simply that of a stranger.
/// </summary>
internal static class UnprovenRequest
{
    /// <summary>Any value will do: that it is there at all is the proof.</summary>
    public const string Header = "X-Requested-With";

    private static readonly object Mark = new();

    /// <summary>Runs where the cookie is read, so that no endpoint and no order of middleware can miss it.</summary>
    public static Task CheckAsync(CookieValidatePrincipalContext cookie)
    {
        var request = cookie.Request;
        var changesData = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method));
        if (!changesData || request.Headers.ContainsKey(Header)) return Task.CompletedTask;
        cookie.RejectPrincipal();
        cookie.HttpContext.Items[Mark] = true;
        return Task.CompletedTask;
    }

    public static bool WasFoundIn(HttpContext context) => context.Items.ContainsKey(Mark);

    public static Refusal Refuse() => new("request-unproven", ("header", Header)) { Status = StatusCodes.Status403Forbidden };
}

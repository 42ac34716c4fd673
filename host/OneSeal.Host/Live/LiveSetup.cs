using Microsoft.AspNetCore.SignalR;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Live;

internal static class LiveSetup
{
    /// <summary>A client says no more than what it watches.</summary>
    private const int LargestMessage = 4 * 1024;

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = LargestMessage)
            .AddJsonProtocol(options => HttpJson.Configure(options.PayloadSerializerOptions));
        return services
            .AddSingleton<ChangeSignal>().AddSingleton<Watchable>().AddSingleton<LiveConnections>().AddSingleton<LiveTeller>().AddSingleton<Presence>()
            .AddSingleton<HostLine>().AddHostedService(p => p.GetRequiredService<HostLine>())
            .AddHostedService<LiveFeed>();
    }

    /// <summary>
    /// A browser lets any page open a WebSocket to anywhere, and sends the cookie along: unlike a request, what such a page hears it can read.
    /// So a page must be this host's own, by the name it was asked under or its public one (<c>PublicAddress</c>).
    /// </summary>
    public static IApplicationBuilder UseLive(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null && !IsOwn(context))
            throw new Refusal("origin-foreign") { Status = StatusCodes.Status403Forbidden };
        return next(context);
    });

    public static void MapLive(this IEndpointRouteBuilder routes) => routes
        .MapHub<LiveHub>(LiveHub.Address, options => options.CloseOnAuthenticationExpiration = true)
        .RequireRoles(Roles.OfAccounts);

    private static bool IsOwn(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        // No browser, no page.
        if (origin.Length == 0) return true;
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page)) return false;
        var named = context.RequestServices.GetRequiredService<IConfiguration>()["PublicAddress"];
        return page.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(named, UriKind.Absolute, out var address) && page.Authority == address.Authority);
    }
}

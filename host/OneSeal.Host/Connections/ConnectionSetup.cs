using OneSeal.Host.Cases;
using OneSeal.Host.Feedback;
using OneSeal.Host.Requests;

namespace OneSeal.Host.Connections;

internal static class ConnectionSetup
{
    public static IServiceCollection AddSystemConnections(this IServiceCollection services) => services
        .AddSingleton<ConnectionKeys>().AddSingleton<SystemDelivery>().AddSingleton<CallbackGate>().AddSingleton<RefusedCallbacks>()
        .AddSingleton<ReceiveEvent>()
        .AddSingleton(services => CallbackHandlers.Of(
            services.GetRequiredService<Attachments>(), services.GetRequiredService<ReportFeedback>(),
            services.GetRequiredService<SubmitRequest>()));

    public static void MapSystemConnections(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenConnection();
        routes.MapChangeAddress();
        routes.MapRotateKey();
        routes.MapRevealKey();
        routes.MapCloseConnection();
        routes.MapShowConnections();
        ReceiveEvent.MapReceiveEvent(routes);
    }
}

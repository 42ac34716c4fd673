using OneSeal.Host.Journal;

namespace OneSeal.Host.Deliveries;

internal static class DeliverySetup
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddSingleton<DeliverySignal>().AddSingleton<DeliveryLedger>().AddSingleton<ModuleDelivery>().AddSingleton<DeliveryWorker>();

    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        routes.MapShowDeliveries();
        routes.MapShowReceivers();
        routes.MapReplayDeliveries();
        routes.MapAbandonDelivery();
    }
}

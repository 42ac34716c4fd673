namespace OneSeal.Host.LongWork;

internal static class LongWorkSetup
{
    public static IServiceCollection AddLongWork(this IServiceCollection services) => services
        .AddSingleton<LongWorkLedger>().AddSingleton<LongWorkRunner>().AddHostedService(p => p.GetRequiredService<LongWorkRunner>());

    public static void MapLongWork(this IEndpointRouteBuilder routes)
    {
        routes.MapShowLongWork();
        routes.MapStartLongWork();
        routes.MapCancelLongWork();
    }
}

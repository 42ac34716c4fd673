using OneSeal.Host.Database;

var builder = WebApplication.CreateBuilder(args);
await using var app = builder.Build();
try
{
    await using var database = await DatabaseStartup.StartAsync(app.Configuration, app.Logger, app.Lifetime.ApplicationStopping);
    await app.RunAsync();
    return 0;
}
catch (DatabaseStartupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

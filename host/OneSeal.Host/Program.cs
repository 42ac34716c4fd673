using OneSeal.Host.Database;

// The settings are watched for changes in the program's own folder, not in everything below the folder it was started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
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

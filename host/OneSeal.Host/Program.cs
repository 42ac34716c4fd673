using OneSeal.Host;
using OneSeal.Host.Database;

try
{
    return await HostProgram.RunAsync(args);
}
catch (DatabaseStartupException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using OneSeal.Host;
using OneSeal.Host.Database;
using OneSeal.Host.Texts;

try
{
    return await HostProgram.RunAsync(args);
}
catch (Exception e) when (e is DatabaseStartupException or StartRefused)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (SocketException e)
{
    // Not this machine's address, or a port that needs the administrator.
    await Console.Error.WriteLineAsync(Text.Of("start.address-unusable", ("reason", e.Message)));
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(Text.Of("start.address-in-use", ("reason", e.Message)));
    return 1;
}

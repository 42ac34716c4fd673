using Serilog;

namespace OneSeal.Host;

/// <summary>Logs go through Serilog: to the console unless the section <c>Serilog</c> of the settings says otherwise.</summary>
internal static class HostLogging
{
    public static void AddHostLogging(this ILoggingBuilder logging, IConfiguration settings)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", Serilog.Events.LogEventLevel.Error)
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture)
            .ReadFrom.Configuration(settings)
            .CreateLogger();
        logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}

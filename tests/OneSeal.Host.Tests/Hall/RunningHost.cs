using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The real program in a process of its own, on a data folder, with the district's settings and no demonstration.</summary>
internal sealed class RunningHost(Process process, Uri address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Uri Address => address;

    public static async Task<RunningHost> StartAsync(string folder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [
            Path.Combine(Repository.HostOutput, "OneSeal.Host.dll"), "--empty", "--data", folder, "--urls", "http://127.0.0.1:0",
            "--Locality:Region", Hall.Region, "--Locality:Name", "锦源区", "--Locality:Bureau:Name", Hall.Bureau.Name,
            "--Locality:Bureau:Code", Hall.Bureau.Code, "--Locality:Abbreviation", "锦", "--Locality:Government", "锦源区人民政府",
            "--Locality:Court", "锦源区人民法院", "--Administrator:UserName", "admin", "--Administrator:Password", Hall.Password, .. settings,
        ]);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Split("http://") is not [.., var address] || !line.Contains("系统已启动", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new RunningHost(process, new Uri("http://" + address.Trim()));
        }

        throw new InvalidOperationException($"The host ended with {process.ExitCode} before it was up.");
    }

    public async Task<HttpClient> SignInAsync()
    {
        var http = new HttpClient { BaseAddress = address };
        var token = await (await http.PostAsJsonAsync("/api/sign-in", new { userName = "admin", password = Hall.Password, kind = "token" }))
            .Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return http;
    }

    /// <summary>SIGKILL: the process does nothing more.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM: the process ends as it thinks right.</summary>
    public async Task<int> StopAsync()
    {
        using (Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}

using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The real program in a process of its own, with its private cluster, killed in the middle of its work.</summary>
public sealed class A_killed_host : IDisposable
{
    private readonly Database.TemporaryDataFolder _folder = new();

    [Fact]
    public async Task Comes_back_by_itself_with_everything_it_had_answered_for()
    {
        var answered = new List<string>();
        for (var life = 1; life <= 3; life++)
        {
            using var host = await RunningHost.StartAsync(_folder.Path);
            using var admin = await host.SignInAsync();
            var work = Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    var id = $"seal-{life}-{i}";
                    try
                    {
                        var answer = await admin.PutAsJsonAsync($"/api/seals/{id}", new { name = "测试印章", organisation = Hall.Bureau });
                        if (answer.IsSuccessStatusCode) answered.Add(id);
                    }
                    catch (HttpRequestException)
                    {
                        return;
                    }
                }
            });
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            host.Kill();
            await work;
        }

        answered.Count.ShouldBeGreaterThan(10);
        using var last = await RunningHost.StartAsync(_folder.Path);
        using var caller = await last.SignInAsync();
        foreach (var id in answered.Where((_, i) => i % 10 == 0 || i > answered.Count - 10))
        {
            // It is there, so it cannot be registered again.
            (await caller.PutAsJsonAsync($"/api/seals/{id}", new { name = "测试印章", organisation = Hall.Bureau })).StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
        }

        var verified = await (await caller.PostAsync("/api/journal/verify", null)).Content.ReadFromJsonAsync<JsonElement>();
        verified.GetProperty("broken").ValueKind.ShouldBe(JsonValueKind.Null);
        verified.GetProperty("events").GetInt64().ShouldBeGreaterThanOrEqualTo(answered.Count);
        (await last.StopAsync()).ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    private sealed class RunningHost(Process process, Uri address) : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        public static async Task<RunningHost> StartAsync(string folder)
        {
            var process = Process.Start(new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Path.Combine(Repository.HostOutput, "OneSeal.Host.dll"), "--empty", "--data", folder, "--urls", "http://127.0.0.1:0",
                    "--Locality:Region", Hall.Region, "--Locality:Name", "锦源区", "--Locality:Bureau:Name", Hall.Bureau.Name,
                    "--Locality:Bureau:Code", Hall.Bureau.Code, "--Locality:Abbreviation", "锦", "--Locality:Government", "锦源区人民政府",
                    "--Locality:Court", "锦源区人民法院", "--Administrator:UserName", "admin", "--Administrator:Password", Hall.Password,
                },
                RedirectStandardOutput = true,
            })!;
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

        public void Kill()
        {
            process.Kill();
            process.WaitForExit();
        }

        public async Task<int> StopAsync()
        {
            using (Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await process.WaitForExitAsync();
            return process.ExitCode;
        }

        public void Dispose()
        {
            if (!process.HasExited) Kill();
            process.Dispose();
        }
    }
}

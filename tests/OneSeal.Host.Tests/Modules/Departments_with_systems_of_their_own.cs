using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneSeal.Host.Modules;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Modules;

/// <summary>The real departments, loaded as a host loads them, with a system of theirs to talk to over HTTP.</summary>
public class Departments_with_systems_of_their_own
{
    private static readonly ItemCode Overload = ItemCode.Parse("11370390MB1A180188" + "4" + "000118004000");
    private static readonly ItemCode Construction = ItemCode.Parse("11370390MB1A17017X" + "4" + "000117001000");

    [Fact]
    public async Task Ask_it_report_from_it_tell_it_and_leave_memory_with_their_connections()
    {
        var told = new List<string>();
        await using var system = await StartAsync(told);
        await using var hall = new ModuleHall();
        Lay(hall, "Transport", "EnforcementAddress", system.Urls.Single());
        Lay(hall, "Housing", "SiteSafetyAddress", system.Urls.Single() + "/sites");
        await hall.OpenAsync();

        var answer = await hall.Calls.CheckRequirementAsync(Check("91370390MA00000179"));
        (answer.IsMet, answer.Reason.Contains("锦交停〔2026〕3号", StringComparison.Ordinal)).ShouldBe((false, true));
        (await hall.Calls.CheckRequirementAsync(Check("91370390MA1TEXT0X7"))).IsMet.ShouldBeTrue();
        var source = hall.Calls.SourcesOf("Transport").Keys.ShouldHaveSingleItem();
        var page = await hall.Calls.CollectAsync("Transport", source, null);
        (page.Items.ShouldHaveSingleItem().Document, page.Cursor).ShouldBe(("锦交罚〔2026〕17号", "17"));
        var hook = hall.Calls.HooksFor("Housing", SupervisionTopic.LicenceChanged).ShouldHaveSingleItem();
        await hall.Calls.NoticeAsync("Housing", hook, Notice());
        told.ShouldHaveSingleItem().ShouldBe("n-1 revoked");

        await hall.Registry.UnloadAsync("Transport");
        await hall.Registry.UnloadAsync("Housing");
        await A_running_module.ShouldBeGoneAsync(hall);
    }

    [Fact]
    public async Task Grant_nothing_while_it_is_away()
    {
        await using var hall = new ModuleHall();
        Lay(hall, "Transport", "EnforcementAddress", "http://127.0.0.1:1");
        await hall.OpenAsync();

        (await Should.ThrowAsync<ModuleFault>(() => hall.Calls.CheckRequirementAsync(Check("91370390MA00000179")))).Kind.ShouldBe(ModuleFaultKind.Threw);
        hall.Registry.StateOf("Transport").LastFault!.Text.ShouldStartWith("准予前核查出错：HttpRequestException");
    }

    private static RequirementCheck Check(string carrier) =>
        new(Overload, "承运人未被责令停业整顿或者吊销许可", "办件-1", new DateOnly(2026, 3, 2), "某物流公司", carrier, ModuleHall.Json("{}"));

    private static SupervisionNotice Notice() => new()
    {
        Id = "n-1",
        Topic = SupervisionTopic.LicenceChanged,
        CaseNumber = "办件-1",
        Item = Construction,
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
        Content = ModuleHall.Json("""{"licence":{"name":"建筑工程施工许可证","identifier":"证-1","state":"revoked","validFrom":"2026-03-02"}}"""),
    };

    private static void Lay(ModuleHall hall, string module, string setting, string value)
    {
        var target = Directory.CreateDirectory(Path.Combine(hall.Options.Folder, module)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Host.Tests.Hall.Hall.RealModules, module)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        hall.Options.Settings[module] = new() { [setting] = value };
    }

    private static async Task<WebApplication> StartAsync(List<string> told)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/carriers/{number}/orders", (string number) => Results.Text(number == "91370390MA00000179"
            ? """[{"kind":"责令停业整顿","document":"锦交停〔2026〕3号"}]"""
            : "[]"));
        app.MapGet("/penalties", () => Results.Text(
            """
            {"next":"17","items":[{"id":"罚-17","on":"2026-02-20","fault":"未按许可路线行驶","document":"锦交罚〔2026〕17号",
            "article":"《公路安全保护条例》第六十五条","kind":"罚款","amount":5000,"carrier":"91370390MA00000179"}]}
            """));
        app.MapPost("/sites", async (HttpRequest request) =>
        {
            var site = await request.ReadFromJsonAsync<System.Text.Json.JsonElement>();
            told.Add($"{request.Headers["Idempotency-Key"]} {site.GetProperty("state").GetString()}");
        });
        await app.StartAsync();
        return app;
    }
}

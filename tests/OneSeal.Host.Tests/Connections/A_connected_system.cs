using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OneSeal.Host.Connections;
using OneSeal.Host.Deliveries;
using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Hall;

namespace OneSeal.Host.Tests.Connections;

[Collection(PostgresFixture.Collection)]
public class A_connected_system(PostgresFixture postgres)
{
    private static readonly string Code = Hall.Hall.Health.Code;

    private static readonly string Address = "/api/connections/" + Code;

    /// <summary>Headers that look signed: what has none is not read at all.</summary>
    private const string Signed = "webhook-id: e-1\r\nwebhook-timestamp: 1\r\nwebhook-signature: v1,AAAA\r\n";

    [Fact]
    public async Task Is_told_of_a_case_and_what_failed_is_replayed_or_given_up()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await using var system = await StandIn.StartAsync();
        var admin = await hall.SignInAsync("admin");
        await ConnectAsync(admin, system);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var window = await hall.SignInAsync("window");

        system.Takes = _ => Manner.Gone;
        await AcceptAsync(window);
        var failed = await FailedAsync(admin);
        failed.GetProperty("reason").GetString().ShouldBe("对方系统答复状态码410。");
        var receiver = (await admin.GetAsync("/api/deliveries/receivers")).Succeeded().Json.EnumerateArray().Single();
        receiver.GetProperty("recipient").GetString().ShouldBe("system:" + Code);
        (receiver.GetProperty("failingSince").ValueKind, receiver.GetProperty("failed").GetInt32()).ShouldBe((JsonValueKind.String, 1));

        (await admin.PostAsync("/api/deliveries/replay", new { })).WasRefused(422, "replay-of-what", "id");
        (await admin.PostAsync("/api/deliveries/replay", new { id = "case:none/1/1" })).WasRefused(404, "nothing-to-replay");
        system.Takes = _ => Manner.Well;
        (await admin.PostAsync("/api/deliveries/replay", new { id = failed.GetProperty("id") })).Succeeded();
        await Eventually.Async(() =>
        {
            Effects(system).ShouldBe([IdOf(failed)]);
            return Task.CompletedTask;
        });

        system.Takes = _ => Manner.Gone;
        await AcceptAsync(window);
        var second = await FailedAsync(admin);
        system.Takes = _ => Manner.Well;
        (await admin.PostAsync("/api/deliveries/replay", new { all = true })).Succeeded();
        await Eventually.Async(() =>
        {
            Effects(system).ShouldBe([IdOf(failed), IdOf(second)]);
            return Task.CompletedTask;
        });

        system.Takes = _ => Manner.Gone;
        await AcceptAsync(window);
        var third = await FailedAsync(admin);
        (await admin.PostAsync("/api/deliveries/abandon", new { id = IdOf(third), reason = "" })).WasRefused(422, "reason-missing", "reason");
        (await admin.PostAsync("/api/deliveries/abandon", new { id = IdOf(third), reason = "已用公函告知" })).Succeeded();
        (await admin.PostAsync("/api/deliveries/abandon", new { id = IdOf(third), reason = "已用公函告知" })).WasRefused(404, "delivery-unknown");
        Items(await admin.GetAsync("/api/deliveries?state=abandoned")).Single().GetProperty("reason").GetString().ShouldBe("已用公函告知");

        var journalled = await hall.Services.GetRequiredService<EventJournal>()
            .EventsAsync(Receiver.Kind.Stream(Hall.Hall.Region, "system:" + Code), CancellationToken.None);
        journalled.Select(e => e.Type).ShouldBe(["deliveries-replayed", "deliveries-replayed", "delivery-abandoned"]);
        JsonDocument.Parse(journalled[0].Actor).RootElement.GetProperty("name").GetString().ShouldBe("admin某");
    }

    [Fact]
    public async Task Is_known_by_its_signature_and_everything_else_is_refused_and_counted()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await using var system = await StandIn.StartAsync();
        var admin = await hall.SignInAsync("admin");
        await ConnectAsync(admin, system);
        var events = Address + "/events";
        var http = hall.Anybody().Http;
        var before = await VersionAsync(admin);
        var now = TimeProvider.System.GetUtcNow();
        HttpRequestMessage Ping(string id, DateTimeOffset? at = null, string? secret = null) => system.Event(events, ProveConnection.Type, id, at: at, secret: secret);

        (await SendAsync(http, new HttpRequestMessage(HttpMethod.Post, events) { Content = new StringContent("{}") })).WasRefused(401, "callback-unsigned");
        (await SendAsync(http, Ping("e-1", secret: Convert.ToBase64String(new byte[32])))).WasRefused(401, "callback-signature-wrong");
        (await SendAsync(http, Ping("e-1", at: now.AddMinutes(-6)))).WasRefused(401, "callback-stale");
        (await SendAsync(http, Ping("e-1", at: now.AddMinutes(6)))).WasRefused(401, "callback-stale");
        (await SendAsync(http, system.Signed(events, "e-1", "{"))).WasRefused(422, "callback-malformed");
        (await SendAsync(http, system.Signed(events, "e-1", """{"specversion":"1.0","id":"e-2","source":"s","type":"t","subject":"s"}"""))).WasRefused(422, "callback-malformed", "id");
        (await SendAsync(http, system.Event(events, "cn.example.unknown.v1", "e-1"))).WasRefused(422, "callback-type-unknown", "type");
        (await AnswerToHeadersAsync(http.BaseAddress!, $"POST {events} HTTP/1.1\r\nHost: x\r\n{Signed}Content-Length: {8 * 1024 * 1024 + 1}\r\n\r\n")).ShouldContain(" 413 ");
        (await SendAsync(http, system.Event($"/api/connections/{Hall.Hall.Transport.Code}/events", ProveConnection.Type, "e-1"))).WasRefused(404, "connection-unknown");
        (await VersionAsync(admin)).ShouldBe(before, "nothing has changed");
        Items(await admin.GetAsync(Address + "/refused")).Sum(r => r.GetProperty("count").GetInt32()).ShouldBe(7);

        var first = (await SendAsync(http, Ping("e-1", at: now))).Succeeded();
        first.Json.GetProperty("result").GetProperty("organisation").GetString().ShouldBe(Hall.Hall.Health.Name);
        (await SendAsync(http, Ping("e-1", at: now))).WasRefused(409, "callback-replayed");
        (await SendAsync(http, Ping("e-1", at: now.AddSeconds(1)))).Succeeded().Text.ShouldBe(first.Text);
        (await SendAsync(http, system.Event(events, ProveConnection.Type, "e-1", new { other = true }, at: now))).WasRefused(422, "idempotency-key-reused");
        (await VersionAsync(admin)).ShouldBe(before + 1, "it was proved once");
    }

    [Fact]
    public async Task Changes_its_key_without_a_gap_and_the_secret_stands_nowhere()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await using var system = await StandIn.StartAsync();
        var admin = await hall.SignInAsync("admin");
        (await admin.PostAsync("/api/connections", new { organisation = Hall.Hall.Health, url = "ftp://127.0.0.1/" })).WasRefused(422, "connection-address-invalid", "url");
        await ConnectAsync(admin, system);
        var old = system.Secret;
        var events = Address + "/events";
        var http = hall.Anybody().Http;

        (await admin.PostAsync(Address + "/keys/k1/retire")).WasRefused(422, "connection-key-last");
        (await admin.PostAsync(Address + "/keys")).Succeeded();
        system.Secret = (await admin.PostAsync(Address + "/keys/k2/reveal", key: "reveal-2")).Succeeded()["secret"];
        (await admin.PostAsync(Address + "/keys/k2/reveal", key: "reveal-2")).Succeeded()["secret"].ShouldBe(system.Secret, "the repetition is answered as well");
        system.Secret.ShouldNotBe(old);
        foreach (var (secret, id) in new[] { (old, "e-1"), (system.Secret, "e-2") }) (await SendAsync(http, system.Event(events, ProveConnection.Type, id, secret: secret))).Succeeded();
        (await admin.PostAsync(Address + "/keys/k1/retire")).Succeeded();
        (await SendAsync(http, system.Event(events, ProveConnection.Type, "e-3", secret: old))).WasRefused(401, "callback-signature-wrong");
        (await admin.PostAsync(Address + "/address", new { url = "https://127.0.0.1:1/new" })).Succeeded()["url"].ShouldBe("https://127.0.0.1:1/new");

        foreach (var secret in new[] { old, system.Secret })
        {
            await using var command = database.CreateCommand(
                """
                select count(*) from (
                  select data::text as t from oneseal.events union all select state::text from oneseal.snapshots union all select answer::text from oneseal.commands) x
                where position($1 in t) > 0 or position($2 in t) > 0
                """);
            command.Parameters.Add(new() { Value = secret });
            command.Parameters.Add(new() { Value = secret["whsec_".Length..] });
            (await command.ExecuteScalarAsync()).ShouldBe(0L);
        }

        (await admin.PostAsync(Address + "/close", new { reason = "系统停用" })).Succeeded();
        (await SendAsync(http, system.Event(events, ProveConnection.Type, "e-4"))).WasRefused(404, "connection-unknown");
    }

    [Fact]
    public async Task Claims_reports_back_and_asks_for_what_a_person_could()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.Hall.OpenAsync(database);
        await using var system = await StandIn.StartAsync();
        await ConnectAsync(await hall.SignInAsync("admin"), system);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var licence = (await hall.IssueALicenceAsync()).Licence;
        await Eventually.Async(() =>
        {
            system.Effects.ShouldContain(e => e.Type == "cn.oneseal.linkage.issued.v1");
            return Task.CompletedTask;
        });
        var push = system.Effects.Single(e => e.Type == "cn.oneseal.linkage.issued.v1").Id.Split('/')[0]["push:".Length..];
        var http = hall.Anybody().Http;
        var sent = 0;
        Task<Answer> SayAsync(string type, object data, string subject = "对接") =>
            SendAsync(http, system.Event(Address + "/events", type, $"say-{++sent}", data, subject));

        (await SayAsync(CallbackHandlers.Claim, new { bureau = 1 }, push)).WasRefused(422, "callback-data-malformed", "data");
        var claim = new { office = "卫生监督科", firstInspectionOn = ReformStory.Day(ReformStory.Today.AddDays(30)) };
        var claimed = (await SayAsync(CallbackHandlers.Claim, claim, push)).Succeeded().Json.GetProperty("result");
        (claimed.GetProperty("state").GetString(), claimed.GetProperty("claim").GetProperty("by").GetString()).ShouldBe(("claimed", "区卫生健康局业务系统"));
        (await SayAsync(CallbackHandlers.Claim, claim, push)).WasRefused(409, "claimed-before");

        var evidence = (await SayAsync(UploadEvidence.Type, new { name = "现场笔录.pdf", content = Convert.ToBase64String("%PDF-1.7"u8) }))
            .Succeeded().Json.GetProperty("result").GetProperty("id").GetString();
        (await SayAsync(UploadEvidence.Type, new { name = "现场笔录.exe", content = "AAAA" })).WasRefused(415, "attachment-kind", "name");
        var inspection = new Dictionary<string, object>
        {
            ["$type"] = "inspection", ["on"] = ReformStory.Day(ReformStory.Today), ["passed"] = false, ["findings"] = "消毒设施停用",
            ["inspectors"] = new[] { "孙某", "周某" },
        };
        var about = new { kind = "licence", id = licence };
        (await SayAsync(CallbackHandlers.Feedback, new { about, content = inspection, attachments = new[] { evidence }, externalId = "J-1" })).Succeeded();
        var asked = (await SayAsync(CallbackHandlers.Request, new
        {
            licence,
            act = new Dictionary<string, object> { ["$type"] = "suspend", ["ground"] = "danger" },
            letter = new { number = "锦卫函〔2026〕3号", on = ReformStory.Day(ReformStory.Today) },
            reason = "消毒设施停用，存在健康风险",
            article = "《公共场所卫生管理条例》第十四条",
            evidence = new[] { evidence },
        })).Succeeded().Json.GetProperty("result");

        asked.GetProperty("stage").GetString().ShouldBe("submitted");
        var officer = await hall.SignInAsync("health-officer");
        (await officer.GetAsync("/api/feedback")).Succeeded().Text.ShouldContain("消毒设施停用");
        (await officer.GetAsync("/api/requests")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    /// <summary>Opens the connection and hands its secret over, as an administrator would.</summary>
    private static async Task ConnectAsync(Caller admin, StandIn system)
    {
        (await admin.PostAsync("/api/connections", new { organisation = Hall.Hall.Health, url = system.Url })).Succeeded().Text.ShouldNotContain("secret", Case.Insensitive);
        system.Secret = (await admin.PostAsync(Address + "/keys/k1/reveal")).Succeeded()["secret"];
    }

    private static async Task AcceptAsync(Caller window) => (await window.PostAsync($"/api/cases/{await ReformStory.FileAsync(window)}/accept")).Succeeded();

    private static async Task<JsonElement> FailedAsync(Caller admin)
    {
        JsonElement failed = default;
        await Eventually.Async(async () => failed = Items(await admin.GetAsync($"/api/deliveries?recipient=system:{Code}")).ShouldHaveSingleItem());
        return failed;
    }

    // A body that is turned away need not be sent.
    private static async Task<string> AnswerToHeadersAsync(Uri address, string headers)
    {
        using var tcp = new TcpClient(address.Host, address.Port);
        await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(headers));
        using var reader = new StreamReader(tcp.GetStream());
        return await reader.ReadLineAsync() ?? "";
    }

    private static async Task<int> VersionAsync(Caller admin) => (await admin.GetAsync(Address)).Succeeded().Json.GetProperty("version").GetInt32();

    private static string IdOf(JsonElement delivery) => delivery.GetProperty("id").GetString()!;

    private static IEnumerable<string> Effects(StandIn system) => system.Effects.Select(e => e.Id);

    private static JsonElement[] Items(Answer page) => [.. page.Succeeded().Json.GetProperty("items").EnumerateArray()];

    private static async Task<Answer> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}

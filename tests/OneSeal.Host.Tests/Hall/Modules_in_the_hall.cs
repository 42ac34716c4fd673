using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Tests.Modules;

namespace OneSeal.Host.Tests.Hall;

/// <summary>The real departments beside modules that do everything wrong, as an administrator sees them over HTTP.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class Modules_in_the_hall(PostgresFixture postgres) : IDisposable
{
    private const string AwkwardItem = "11370390FX0000004A" + "4" + "990000000002";
    private readonly string _folder = Directory.CreateTempSubdirectory("oneseal-modules-").FullName;

    [Fact]
    public async Task A_broken_one_tells_its_cause_and_the_others_serve()
    {
        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");
        Lay(Path.Combine(Repository.Fixtures, "BuiltForFutureSdk"), "future");
        LayAwkward("throws-in-configure");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        var admin = await hall.SignInAsync("admin");

        var modules = (await admin.GetAsync("/api/modules")).Succeeded().Json.EnumerateArray().ToDictionary(m => m.GetProperty("id").GetString()!);
        modules["future"].GetProperty("status").GetString().ShouldBe("unsupported");
        modules["future"].GetProperty("reason").ToString().ShouldContain("2.0.0.0");
        modules["throws-in-configure"].GetProperty("status").GetString().ShouldBe("malfunctioned");
        modules["throws-in-configure"].GetProperty("reason").ToString().ShouldContain("登记时出错");
        modules["Health"].GetProperty("status").GetString().ShouldBe("loaded");
        modules["Health"].GetProperty("itemCount").GetInt32().ShouldBe(10);
        (await admin.PostAsync("/api/modules/throws-in-configure/enable", new { @for = "department" })).WasRefused(409, "module-not-loaded");
        (await admin.PostAsync("/api/modules/no-such/enable", new { @for = "department" })).WasRefused(404, "module-unknown");
        await hall.EnableAsync("department");
        await ReformStory.FileAsync(await hall.SignInAsync("health-window"));
    }

    [Fact]
    public async Task Beside_each_item_stands_the_memorandum_that_carries_it_or_none()
    {
        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");
        LayAwkward("throws-in-configure");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        var admin = await hall.SignInAsync("admin");

        var before = (await admin.GetAsync("/api/modules/Health")).Succeeded().Json;
        before.GetProperty("mayServeBureau").GetBoolean().ShouldBeFalse();
        before.GetProperty("items").EnumerateArray().ShouldAllBe(i => i.GetProperty("memorandum").ValueKind == System.Text.Json.JsonValueKind.Null);
        before.GetProperty("history").GetArrayLength().ShouldBe(0);
        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "bureau" })).WasRefused(409, "module-without-memorandum");

        await hall.HandOverAsync();
        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "bureau" })).Succeeded();
        var after = (await admin.GetAsync("/api/modules/Health")).Succeeded().Json;
        after.GetProperty("mayServeBureau").GetBoolean().ShouldBeTrue();
        var carried = after.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("isHandedOver").GetBoolean()).ToArray();
        carried.ShouldNotBeEmpty();
        carried.ShouldAllBe(i => i.GetProperty("memorandum").GetProperty("citation").GetString()!.Length > 0);
        after.GetProperty("history")[0].GetProperty("title").GetString().ShouldBe("启用模块");

        (await admin.GetAsync("/api/modules/throws-in-configure")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await admin.GetAsync("/api/modules/no-such")).WasRefused(404, "module-unknown");
        (await (await hall.SignInAsync("health-window")).GetAsync("/api/modules/Health")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_step_that_throws_stays_open_and_shows_while_other_departments_cases_go_on()
    {
        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");
        LayAwkward("throws-in-a-step");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        var admin = await hall.SignInAsync("admin");
        (await admin.PostAsync("/api/modules/throws-in-a-step/enable", new { @for = "department" })).Succeeded();
        await hall.EnableAsync("department");
        await hall.AddAccountAsync("awkward-window", new Organisation("示范区难缠局", "11370390FX0000004A"), Role.Window);
        var awkward = await hall.SignInAsync("awkward-window");
        var stuck = await ReformStory.FileAsync(awkward, new
        {
            item = AwkwardItem,
            channel = "window",
            applicant = Hygiene.Applicant,
            form = new { name = "甲" },
            materials = Array.Empty<object>(),
        });
        (await awkward.PostAsync($"/api/cases/{stuck}/accept")).Succeeded();

        await Eventually.Async(async () => (await admin.GetAsync("/api/modules")).Text.ShouldContain("自动步骤出错"));
        var health = await hall.SignInAsync("health-window");
        var well = await ReformStory.FileAsync(health);
        (await health.PostAsync($"/api/cases/{well}/accept")).Succeeded();
        await Eventually.Async(async () => StepOf(await health.GetAsync($"/api/cases/{well}"), "staff-check").TryGetProperty("passed", out var passed).ShouldBeTrue());
        StepOf(await awkward.GetAsync($"/api/cases/{stuck}"), "throwing").TryGetProperty("completedOn", out var done).ShouldBeTrue();
        done.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_grant_is_refused_while_its_module_says_no_or_cannot_be_asked_and_a_denial_never()
    {
        Lay(Path.Combine(Repository.Fixtures, "Exemplary"), "exemplary");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder, "--Modules:Settings:exemplary:Slots", "0");
        var admin = await hall.SignInAsync("admin");
        (await admin.PostAsync("/api/modules/exemplary/enable", new { @for = "department" })).Succeeded();
        var department = new Organisation("示范区样例局", "11370390FX00000011");
        await hall.AddAccountAsync("sample-window", department, Role.Window);
        await hall.AddAccountAsync("sample-reviewer", department, Role.Reviewer, Role.Decider);
        var (window, reviewer) = (await hall.SignInAsync("sample-window"), await hall.SignInAsync("sample-reviewer"));
        var id = await ReformStory.FileAsync(window, new
        {
            item = ModuleHall.Kiosk.Value,
            channel = "window",
            applicant = Hygiene.Applicant,
            form = new { name = "早点摊", area = 12, kind = "fixed" },
            materials = new[] { new { key = "site-plan", form = "paper" } },
        });
        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        (await reviewer.PostAsync($"/api/cases/{id}/steps/review/complete", new { passed = true, opinion = "符合" })).Succeeded();
        await Eventually.Async(async () => StepOf(await window.GetAsync($"/api/cases/{id}"), "slots")
            .GetProperty("completedOn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String));
        var grant = new { granted = true };

        (await reviewer.PostAsync($"/api/cases/{id}/decide", grant)).WasRefused(422, "requirement-unmet")["detail"].ShouldContain("早点摊所在地段没有余量。");
        (await admin.PostAsync("/api/modules/exemplary/disable", new { reason = "升级" })).Succeeded();
        (await reviewer.PostAsync($"/api/cases/{id}/decide", grant)).WasRefused(503, "requirement-unavailable")["detail"].ShouldContain("已停用");
        (await reviewer.PostAsync($"/api/cases/{id}/decide", new { granted = false, reasons = new[] { new { text = "没有余量", article = "《样例条例》第一条" } } }))
            .Succeeded()["stage"].ShouldBe("decided");
    }

    [Fact]
    public async Task A_case_whose_module_is_disabled_stays_readable_and_goes_on_when_it_is_back()
    {
        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        await hall.EnableAsync("department");
        var (admin, window) = (await hall.SignInAsync("admin"), await hall.SignInAsync("health-window"));
        var id = await ReformStory.FileAsync(window);
        (await admin.PostAsync("/api/modules/Health/disable", new { reason = "升级" })).Succeeded();

        (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded()["stage"].ShouldBe("inReview");
        await Task.Delay(1000);
        StepOf(await window.GetAsync($"/api/cases/{id}"), "staff-check").GetProperty("completedOn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await hall.EnableAsync("department");
        await Eventually.Async(async () => StepOf(await window.GetAsync($"/api/cases/{id}"), "staff-check")
            .GetProperty("completedOn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String));
    }

    [Fact]
    public async Task One_is_replaced_again_and_again_and_no_request_is_dropped()
    {
        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        await hall.EnableAsync("department");
        var window = await hall.SignInAsync("health-window");
        var admin = await hall.SignInAsync("admin");
        using var over = new CancellationTokenSource();
        var traffic = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var filed = 0;
            while (!over.IsCancellationRequested)
            {
                await ReformStory.FileAsync(window);
                filed++;
            }

            return filed;
        })).ToArray();

        for (var i = 0; i < 5; i++) (await admin.PostAsync("/api/modules/Health/replace")).Succeeded()["status"].ShouldBe("enabled");
        await over.CancelAsync();
        (await Task.WhenAll(traffic)).Sum().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task One_laid_into_the_folder_of_a_running_host_comes_up_by_itself()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database, "--Modules:Folder", _folder);
        var admin = await hall.SignInAsync("admin");
        (await admin.GetAsync("/api/modules")).Succeeded().Json.GetArrayLength().ShouldBe(0);

        Lay(Path.Combine(Hall.RealModules, "Health"), "Health");

        await Eventually.Async(async () => (await hall.Anybody().GetAsync($"/api/items/{Hygiene.Item}")).Status.ShouldBe(200));
        (await admin.GetAsync("/api/modules")).Succeeded().Text.ShouldContain("区卫生健康局");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static System.Text.Json.JsonElement StepOf(Answer @case, string key) =>
        @case.Succeeded().Json.GetProperty("case").GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("key").GetString() == key);

    private void LayAwkward(string behaviour)
    {
        Lay(Path.Combine(Repository.Fixtures, "Awkward"), behaviour);
        File.WriteAllLines(Path.Combine(_folder, behaviour, "behaviour.txt"), [behaviour, "11370390FX0000004A"]);
    }

    // A folder that is half copied must not be found: it is laid whole, as a deployment would.
    private void Lay(string from, string id)
    {
        var staging = Directory.CreateTempSubdirectory("oneseal-laying-").FullName;
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(staging, Path.GetFileName(file)));
        Directory.Move(staging, Path.Combine(_folder, id));
    }
}

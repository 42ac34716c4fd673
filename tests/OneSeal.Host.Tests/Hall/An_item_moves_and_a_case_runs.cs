using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

[Collection(PostgresFixture.Collection)]
public sealed class An_item_moves_and_a_case_runs(PostgresFixture postgres)
{
    [Fact]
    public async Task Before_the_memorandum_the_department_decides_and_from_the_second_signature_on_the_bureau()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var anybody = hall.Anybody();
        var before = (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownership")).Succeeded();
        before.Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("区卫生健康局");
        var instantBefore = before["at"];

        await hall.HandOverAsync();

        var after = (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownership")).Succeeded();
        after.Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
        after["regime"].ShouldBe("bySignature");
        after.Json.GetProperty("memorandum").GetProperty("citation").GetString().ShouldBe("《审管衔接备忘录》（锦审备〔2026〕1号）");
        after["explanation"].ShouldContain("锦审备〔2026〕1号");
        (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownership?at={Uri.EscapeDataString(instantBefore)}")).Succeeded()
            .Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("区卫生健康局");
        var owners = (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownerships")).Succeeded().Json.EnumerateArray()
            .Select(t => t.GetProperty("owner").GetProperty("name").GetString());
        owners.ShouldBe(["区卫生健康局", "锦源区行政审批服务局"]);
        (await anybody.GetAsync("/api/boundaries/organisations")).Succeeded().Text.ShouldContain("区卫生健康局");
        (await anybody.GetAsync($"/api/item-names?code={Hygiene.Item}")).Succeeded().Json.EnumerateArray().ShouldHaveSingleItem()
            .GetProperty("name").GetString().ShouldBe("公共场所卫生许可");
    }

    [Fact]
    public async Task What_an_item_was_in_each_version_can_be_read()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var (anybody, admin) = (hall.Anybody(), await hall.SignInAsync("admin"));
        (await admin.PostAsync($"/api/items/{Hygiene.Item}/adjustments", new
        {
            from = ReformStory.Day(ReformStory.Today.AddDays(1)),
            promisedLimit = new { count = 3, unit = "workingDay" },
            noFee = false,
            reason = "压缩时限",
        })).Succeeded();
        var numbers = (await anybody.GetAsync($"/api/items/{Hygiene.Item}")).Succeeded().Json.GetProperty("versions").EnumerateArray()
            .Select(v => v.GetProperty("number").GetString()!).ToArray();
        var (before, after) = (await PromiseAsync(numbers[0]), await PromiseAsync(numbers[^1]));
        after.ShouldBe(3);
        before.ShouldNotBe(3);
        (await anybody.GetAsync($"/api/items/{Hygiene.Item}/versions/9.9")).WasRefused(404, "item-version-unknown");

        async Task<int> PromiseAsync(string number) =>
            (await anybody.GetAsync($"/api/items/{Hygiene.Item}/versions/{number}")).Succeeded().Json
                .GetProperty("elements").GetProperty("promisedLimit").GetProperty("count").GetInt32();
    }

    [Fact]
    public async Task A_draft_of_a_list_is_found_by_staff_alone_and_a_seal_tells_its_record()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var admin = await hall.SignInAsync("admin");
        (await admin.PutAsync("/api/transfer-lists/next", new
        {
            title = "下一批",
            batch = 9,
            entries = new[] { new { item = Hygiene.Item, action = "transfer", to = Hall.Bureau } },
        })).Succeeded();
        (await admin.GetAsync("/api/transfer-lists")).Succeeded().Text.ShouldContain("下一批");
        (await hall.Anybody().GetAsync("/api/transfer-lists")).Succeeded().Text.ShouldNotContain("下一批");
        (await admin.GetAsync("/api/transfer-lists/next/history")).Succeeded().Text.ShouldContain("transfer-list-drafted");
        (await admin.GetAsync("/api/memoranda/none/history")).WasRefused(404, "memorandum-unknown");

        (await admin.PutAsync("/api/seals/approval", new { name = "行政审批专用章", organisation = Hall.Bureau })).Succeeded();
        (await admin.GetAsync("/api/seals/approval")).Succeeded().Text.ShouldContain("seal-registered");
        (await admin.GetAsync("/api/seals/none")).WasRefused(404, "seal-unknown");
        (await admin.GetAsync("/api/locality/history")).Succeeded().Text.ShouldContain("locality-established");
    }

    [Fact]
    public async Task A_module_is_enabled_for_the_bureau_only_once_a_memorandum_covers_its_items()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var admin = await hall.SignInAsync("admin");

        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "bureau" })).WasRefused(409, "module-without-memorandum");
        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "department" })).Succeeded()["status"].ShouldBe("enabled");
        await hall.HandOverAsync();
        var window = await hall.SignInAsync("window");
        var id = (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        (await window.PostAsync($"/api/cases/{id}/file")).WasRefused(409, "item-not-served-for-bureau");
        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "bureau" })).Succeeded()["service"].ShouldBe("bureau");
        (await window.PostAsync($"/api/cases/{id}/file")).Succeeded();

        (await admin.PostAsync("/api/modules/Health/disable", new { reason = "升级" })).Succeeded()["status"].ShouldBe("disabled");
        (await window.GetAsync($"/api/cases/{id}")).Succeeded();
        (await window.PostAsync("/api/cases/" + (await window.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"] + "/file"))
            .WasRefused(409, "item-not-served");
    }

    [Fact]
    public async Task A_case_goes_from_the_window_to_the_archive()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, reviewer, officer) = (await hall.SignInAsync("window"), await hall.SignInAsync("reviewer"), await hall.SignInAsync("health-officer"));
        var (decider, keeper, admin) = (await hall.SignInAsync("decider"), await hall.SignInAsync("sealkeeper"), await hall.SignInAsync("admin"));
        (await admin.PutAsync("/api/seals/approval", new { name = "行政审批专用章", organisation = Hall.Bureau })).Succeeded();
        (await admin.PostAsync("/api/seals/approval/put-in-force", new { basis = "锦审备〔2026〕1号" })).Succeeded();
        (await admin.PutAsync("/api/seals/old", new { name = "区卫生健康局行政许可专用章", organisation = Hall.Health })).Succeeded();
        (await admin.PostAsync("/api/seals/old/put-in-force", new { basis = "历年使用" })).Succeeded();

        var id = await ReformStory.FileAsync(window);
        var accepted = (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        accepted["stage"].ShouldBe("inReview");
        (await officer.PostAsync($"/api/cases/{id}/steps/site-survey/complete", new { passed = true, opinion = "现场符合卫生要求。", document = "锦卫审意〔2026〕1号" })).Succeeded();
        await Eventually.Async(async () => (await reviewer.GetAsync("/api/tasks")).Text.ShouldContain("step:review"));
        (await reviewer.PostAsync($"/api/cases/{id}/steps/review/complete", new { passed = true, opinion = "材料齐全，符合条件。" })).Succeeded();
        (await decider.GetAsync("/api/tasks")).Text.ShouldContain(id);
        var stranger = await hall.SignInAsync("transport-officer");
        (await stranger.GetAsync($"/api/cases/{id}")).WasRefused(404, "case-unknown");
        (await stranger.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await officer.GetAsync("/api/cases")).Succeeded().Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        var decided = (await decider.PostAsync($"/api/cases/{id}/decide", new { granted = true })).Succeeded();
        var document = decided.Json.GetProperty("documents").EnumerateArray().Single(d => d.GetProperty("kind").GetString() == "grant").GetProperty("number").GetString()!;

        (await window.PostAsync($"/api/cases/{id}/issue")).WasRefused(409, "wrong-stage");
        (await keeper.PostAsync($"/api/cases/{id}/seal", new { document, seal = "old" })).WasRefused(422, "seal-retired-for-item");
        (await keeper.PostAsync($"/api/cases/{id}/seal", new { document, seal = "approval" })).Succeeded()["stage"].ShouldBe("sealed");
        (await keeper.PostAsync($"/api/cases/{id}/seal", new { document, seal = "approval" })).WasRefused(409, "sealed-before");
        var licence = (await window.PostAsync($"/api/cases/{id}/issue")).Succeeded()["licence"];
        (await window.PostAsync($"/api/cases/{id}/deliver", new { method = "window", receivedBy = "钱某", on = ReformStory.Day(ReformStory.Today) })).Succeeded();
        (await window.GetAsync("/api/tasks?key=archive")).Text.ShouldContain(id);
        (await window.GetAsync("/api/tasks?key=accept,supplement")).Text.ShouldNotContain(id);
        var before = (await window.GetAsync($"/api/cases/{id}/inventory")).Succeeded().Json;
        (await stranger.GetAsync($"/api/cases/{id}/inventory")).WasRefused(404, "case-unknown");
        (await window.PostAsync($"/api/cases/{id}/archive")).Succeeded()["stage"].ShouldBe("archived");
        var after = (await window.GetAsync($"/api/cases/{id}/inventory")).Succeeded().Json;
        after.GetProperty("entries").ToString().ShouldBe(before.GetProperty("entries").ToString());

        var file = (await window.GetAsync($"/api/cases/{id}")).Succeeded().Json.GetProperty("case");
        file.GetProperty("inventory").GetArrayLength().ShouldBeGreaterThan(8);
        file.GetProperty("archivedBy").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
        var page = await window.GetAsync($"/api/documents/{document}");
        page.Text.ShouldContain("准予行政许可决定书");
        var verified = (await hall.Anybody().GetAsync($"/api/verify/{document}")).Succeeded();
        verified["state"].ShouldBe("valid");
        verified.Text.ShouldNotContain("91370390MA00000179");
        (await hall.Anybody().GetAsync($"/api/verify/{licence}")).Succeeded()["state"].ShouldBe("valid");
        (await hall.Anybody().GetAsync($"/verify/{document}")).Text.ShouldContain("有效");
        await Eventually.Async(async () => (await officer.GetAsync("/api/pushes")).Text.ShouldContain("issued"));
        await admin.JournalIsWholeAsync();
    }

    [Fact]
    public async Task What_was_filed_before_the_handover_stays_with_the_department()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.EnableAsync("department");
        var old = await hall.SignInAsync("health-window");
        var id = await ReformStory.FileAsync(old);
        await hall.HandOverAsync();

        var bureaus = await hall.SignInAsync("window");
        (await bureaus.PostAsync($"/api/cases/{id}/accept")).WasRefused(403, "case-of-another");
        (await old.PostAsync($"/api/cases/{id}/accept")).Succeeded();
        var next = (await old.PostAsync("/api/cases", Hygiene.Draft())).Succeeded()["id"];
        await hall.EnableAsync();
        (await old.PostAsync($"/api/cases/{next}/file")).WasRefused(403, "item-of-another");
    }

    [Fact]
    public async Task An_item_whose_boundary_is_open_stays_until_both_sides_agree()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync(settled: false);
        var anybody = hall.Anybody();
        var open = (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownership")).Succeeded();
        open.Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("区卫生健康局");
        open["explanation"].ShouldContain("尚未明确");

        var admin = await hall.SignInAsync("admin");
        (await admin.PostAsync("/api/modules/Health/enable", new { @for = "bureau" })).WasRefused(409, "module-without-memorandum");
        (await admin.PostAsync("/api/memoranda/health-1/boundaries", new
        {
            item = Hygiene.Item,
            approves = "审批",
            supervises = "监管",
            document = "锦审函〔2026〕9号",
        })).Succeeded();
        (await anybody.GetAsync($"/api/items/{Hygiene.Item}/ownership")).Succeeded()
            .Json.GetProperty("owner").GetProperty("name").GetString().ShouldBe("锦源区行政审批服务局");
    }

    [Fact]
    public async Task A_new_holiday_notice_moves_the_days_of_running_cases_and_says_so_in_their_history()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        await hall.HandOverAsync();
        await hall.EnableAsync();
        var (window, admin) = (await hall.SignInAsync("window"), await hall.SignInAsync("admin"));
        var id = await ReformStory.FileAsync(window);
        var due = (await window.PostAsync($"/api/cases/{id}/accept")).Succeeded()["due"];
        var notice = new
        {
            year = DateOnly.ParseExact(due, "yyyy-MM-dd").Year,
            notices = new[] { new { source = "测试通知", issued = ReformStory.Day(ReformStory.Today) } },
            holidays = new[] { new { name = "临时放假", from = due, to = due } },
            makeUpDays = Array.Empty<object>(),
        };

        (await admin.PostAsync("/api/locality/calendars", notice)).Succeeded()["rederived"].ShouldBe("1");

        (await window.GetAsync($"/api/cases/{id}")).Succeeded().Json.GetProperty("case").GetProperty("statutory").GetProperty("due").GetString().ShouldNotBe(due);
        (await window.GetAsync($"/api/cases/{id}/history")).Text.ShouldContain("放假安排有新的通知");
    }
}

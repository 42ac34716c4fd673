using System.Net;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Access;

[Collection(PostgresFixture.Collection)]
public sealed class AllowedRolesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private NpgsqlDataSource _database = null!;
    private AccessApp _app = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _app = await AccessApp.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_told_to_and_not_redirected()
    {
        using var caller = _app.Caller();

        var answer = await caller.GetAsync("/api/act");

        await answer.ShouldBeRefusedAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_holds_none_of_the_roles_is_told_which_would_do(bool byCookie)
    {
        await _app.WithAccountAsync("zhang", Role.Window);
        using var caller = byCookie ? await _app.BrowserAsync("zhang") : await _app.ProgramAsync("zhang");

        var problem = await (await caller.GetAsync("/api/act")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "not-allowed");

        problem.GetProperty("detail").GetString().ShouldBe("您没有办理这一事项的权限，须由决定人员、审查人员办理。");
        problem.GetProperty("allowedRoles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["decider", "reviewer"]);
    }

    [Theory]
    [InlineData("reviewer", Role.Reviewer, Role.Window)]
    [InlineData("decider", Role.Reviewer, Role.Decider)]
    [InlineData("decider", Role.Decider, Role.Reviewer, Role.Window)]
    public async Task Of_several_roles_the_first_the_endpoint_names_is_acted_in(string actsAs, params object[] holds)
    {
        await _app.WithAccountAsync("li", [.. holds.Cast<Role>()]);
        using var program = await _app.ProgramAsync("li");

        var actor = await (await program.GetAsync("/api/act")).ShouldBeOkAsync();

        actor.GetProperty("role").GetString().ShouldBe(actsAs);
        actor.GetProperty("name").GetString().ShouldBe("王li");
        actor.GetProperty("organisation").GetProperty("code").GetString().ShouldBe(AccessApp.Bureau.Code);
        actor.GetProperty("region").GetString().ShouldBe("370305");
        actor.GetProperty("authority").GetString().ShouldBe("岗位授权");
    }

    [Fact]
    public async Task Where_anyone_may_call_a_stranger_is_the_public()
    {
        using var caller = _app.Caller();

        var actor = await (await caller.GetAsync("/api/open")).ShouldBeOkAsync();

        actor.GetProperty("role").GetString().ShouldBe("public");
        actor.GetProperty("id").GetGuid().ShouldBe(Guid.Empty);
    }

    [Fact]
    public async Task Where_anyone_may_call_staff_act_for_themselves()
    {
        await _app.WithAccountAsync("sun", Role.Decider);
        using var browser = await _app.BrowserAsync("sun");

        var actor = await (await browser.GetAsync("/api/open")).ShouldBeOkAsync();

        actor.GetProperty("role").GetString().ShouldBe("public");
        actor.GetProperty("name").GetString().ShouldBe("王sun");
        actor.GetProperty("authority").GetString().ShouldBe("申请人本人");
    }

    [Fact]
    public async Task An_endpoint_that_declares_nothing_is_closed_to_everybody()
    {
        await _app.WithAccountAsync("zhao", Roles.OfAccounts);
        using var program = await _app.ProgramAsync("zhao");
        using var stranger = _app.Caller();

        await (await program.GetAsync("/api/forgotten")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access-undeclared");
        await (await stranger.GetAsync("/api/forgotten")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access-undeclared");
    }

    [Fact]
    public void An_endpoint_that_declares_nothing_is_found() =>
        _app.Endpoints.WithoutOneDeclaration().Select(e => e.RoutePattern.RawText).ShouldBe(["/api/forgotten"]);

    [Fact]
    public async Task The_open_api_document_says_who_may_call()
    {
        using var caller = _app.Caller();

        var document = await (await caller.GetAsync("/openapi/v1.json")).ShouldBeOkAsync();

        var act = document.GetProperty("paths").GetProperty("/api/act").GetProperty("get");
        act.GetProperty("description").GetString().ShouldBe("办理。\n\n可由以下角色调用：决定人员、审查人员。");
        act.GetProperty("x-allowed-roles").EnumerateArray().Select(r => r.GetString()).ShouldBe(["decider", "reviewer"]);
        act.GetProperty("responses").TryGetProperty("403", out _).ShouldBeTrue();
        act.TryGetProperty("parameters", out _).ShouldBeFalse();
    }

    [Fact]
    public void No_account_and_no_endpoint_is_for_the_system()
    {
        Roles.OfAccounts.ShouldNotContain(Role.System);
        Should.Throw<ArgumentException>(() => AllowedRoles.Of(Role.System));
        Should.Throw<ArgumentException>(() => AllowedRoles.Of());
        Actor.System("370305").ShouldSatisfyAllConditions(
            actor => actor.Role.ShouldBe(Role.System), actor => actor.Region.ShouldBe("370305"), actor => actor.Name.ShouldBe("系统自动办理"));
    }

    [Fact]
    public void Every_role_has_a_chinese_name() =>
        Enum.GetValues<Role>().Select(r => r.InChinese()).ShouldBe(["窗口人员", "审查人员", "决定人员", "用印人员", "管理员", "部门人员", "申请人", "系统"]);
}

using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.People;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Access;

[Collection(PostgresFixture.Collection)]
public sealed class AccountSetupTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly NewAccount Clerk =
        new("wang", AccessApp.Password, "王芳", "370305", AccessApp.Bureau, [Role.Window, Role.SealKeeper]);

    private NpgsqlDataSource _database = null!;
    private AccessApp _app = null!;
    private AsyncServiceScope _scope;
    private UserManager<StaffAccount> _users = null!;
    private EventJournal _journal = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _app = await AccessApp.StartAsync(_database);
        _scope = _app.Services.CreateAsyncScope();
        _users = _scope.ServiceProvider.GetRequiredService<UserManager<StaffAccount>>();
        _journal = _app.Services.GetRequiredService<EventJournal>();
    }

    public async Task DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_account_is_made_with_its_roles_and_can_be_found_again()
    {
        await _app.EnsureAsync(Clerk);

        var account = await _users.FindByNameAsync("WANG");
        account.ShouldNotBeNull();
        (account.DisplayName, account.Region, account.Organisation, account.OrganisationCode)
            .ShouldBe(("王芳", "370305", AccessApp.Bureau.Name, AccessApp.Bureau.Code));
        (await _users.GetRolesAsync(account)).ShouldBe(["Window", "SealKeeper"], ignoreOrder: true);
        (await _users.CheckPasswordAsync(account, AccessApp.Password)).ShouldBeTrue();
        (await _users.GetUsersInRoleAsync("SealKeeper")).Select(u => u.Id).ShouldBe([account.Id]);
    }

    [Fact]
    public async Task An_account_that_is_there_keeps_its_password_and_roles()
    {
        await _app.EnsureAsync(Clerk);
        var account = (await _users.FindByNameAsync("wang"))!;
        await _users.ChangePasswordAsync(account, AccessApp.Password, "another2026");
        await _users.RemoveFromRoleAsync(account, "SealKeeper");

        await _app.EnsureAsync(Clerk);

        (await _users.CheckPasswordAsync(account, "another2026")).ShouldBeTrue();
        (await _users.GetRolesAsync(account)).ShouldBe(["Window"]);
    }

    [Fact]
    public async Task An_account_stands_in_the_journal_without_its_password()
    {
        await _app.EnsureAsync(Clerk);

        var account = (await _users.FindByNameAsync("wang"))!;
        var opened = (await _journal.EventsAsync(Person.Kind.Stream("370305", account.Id.ToString()), CancellationToken.None)).ShouldHaveSingleItem();
        opened.Type.ShouldBe("person-opened");
        var text = Encoding.UTF8.GetString(opened.Data);
        text.ShouldContain("王芳");
        text.ShouldNotContain(AccessApp.Password);
        text.ShouldNotContain(account.PasswordHash!);
    }

    [Fact]
    public async Task An_account_older_than_its_journal_is_entered_as_it_is()
    {
        var old = new StaffAccount { Id = Guid.CreateVersion7(), UserName = "wang", DisplayName = "王芳", Region = "370305" };
        (await _users.CreateAsync(old, AccessApp.Password)).Succeeded.ShouldBeTrue();
        (await _users.AddToRoleAsync(old, "Window")).Succeeded.ShouldBeTrue();

        for (var start = 0; start < 2; start++)
            await AccountSetup.TakeOverAsync(_app.Services, TimeProvider.System.GetUtcNow(), CancellationToken.None);

        var person = await _journal.LoadAsync(Person.Kind, Person.Kind.Stream("370305", old.Id.ToString()), CancellationToken.None);
        (person.Version, person.State.Name, person.State.Roles.Single()).ShouldBe((1, "王芳", Role.Window));
        (await _app.TokenAsync("wang")).TryGetProperty("accessToken", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Several_hosts_may_start_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _app.EnsureAsync(Clerk)));

        (await _users.GetUsersInRoleAsync("Window")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_is_removed_with_all_that_hangs_on_it()
    {
        await _app.EnsureAsync(Clerk);
        var account = (await _users.FindByNameAsync("wang"))!;
        await _users.AddClaimAsync(account, new("counter", "3"));
        await _users.AddLoginAsync(account, new("national", "1", "国家政务服务平台"));
        await _users.SetAuthenticationTokenAsync(account, "national", "token", "x");

        (await _users.DeleteAsync(account)).Succeeded.ShouldBeTrue();

        (await _users.FindByNameAsync("wang")).ShouldBeNull();
        (await _users.FindByLoginAsync("national", "1")).ShouldBeNull();
    }

    [Theory]
    [InlineData("37030", "11370800MB28559184", AccessApp.Password, "region")]
    [InlineData("370305", "11370800MB28559185", AccessApp.Password, "social credit code")]
    [InlineData("370305", "11370800MB28559184", "short1", "10 characters")]
    public async Task An_account_with_a_fault_is_not_made(string region, string code, string password, string says)
    {
        var faulty = Clerk with { Region = region, Organisation = new("某局", code), Password = password };

        (await Should.ThrowAsync<InvalidOperationException>(() => _app.EnsureAsync(faulty))).Message.ShouldContain(says);

        (await _users.FindByNameAsync("wang")).ShouldBeNull();
    }

    [Fact]
    public void No_account_is_the_system() =>
        Should.Throw<InvalidOperationException>(() => _app.EnsureAsync(Clerk with { Roles = [Role.System] }));

    [Fact]
    public void An_empty_installation_begins_with_the_administrator_of_its_settings()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Administrator:UserName"] = "admin",
            ["Administrator:Password"] = "guanliyuan2026",
        }).Build();

        var account = AccountSetup.FirstAdministrator(settings, "370305", AccessApp.Bureau);

        account.ShouldNotBeNull();
        (account.UserName, account.DisplayName).ShouldBe(("admin", "系统管理员"));
        account.Roles.ShouldBe([Role.Administrator]);
        AccountSetup.FirstAdministrator(new ConfigurationBuilder().Build(), "370305", AccessApp.Bureau).ShouldBeNull();
    }
}

using OneSeal.Host.Cases;
using OneSeal.Host.Modules;
using OneSeal.Host.Tests.Cases;
using OneSeal.Host.Texts;
using OneSeal.Sdk;
using Case = OneSeal.Host.Cases.Case;

namespace OneSeal.Host.Tests.Modules;

/// <summary>准予前核查: it is asked before a grant, and what cannot be asked is not taken for met.</summary>
public class What_a_module_requires
{
    [Theory]
    [InlineData("requirement-throws", "原因：准予前核查出错：InvalidOperationException: 核查系统不通")]
    [InlineData("requirement-hangs", "原因：准予前核查超过 0.3 秒未完成。")]
    public async Task Is_not_taken_for_met_when_it_fails_and_the_module_shows_it(string behaviour, string reason)
    {
        await using var hall = new ModuleHall(o => o.RequirementLimit = TimeSpan.FromSeconds(0.3));
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward(behaviour);
        await hall.OpenAsync();

        var refusal = await RefusedAsync(hall, Reviewed(item));

        (refusal.Code, refusal.Status).ShouldBe(("requirement-unavailable", 503));
        refusal.Message.ShouldContain("准予前须核查“难缠之事已了”");
        refusal.Message.ShouldEndWith(reason);
        reason.ShouldEndWith(hall.Registry.StateOf(behaviour).LastFault!.Text);
        (await hall.Calls.AssessAsync(item, ModuleHall.NameForm)).ShouldNotBeNull("a grant that is held up holds up no filing");
        await hall.ShouldServeNeighbourAsync();
    }

    [Theory]
    [InlineData(null, true, "早点摊所在地段有余量。")]
    [InlineData("0", false, "早点摊所在地段没有余量。")]
    public async Task Is_answered_with_the_modules_own_settings(string? slots, bool met, string reason)
    {
        await using var hall = new ModuleHall(o =>
        {
            if (slots is not null) o.Settings["Exemplary"] = new() { ["slots"] = slots };
        });
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        (await new GrantRequirements(hall.Calls).AskAsync(Reviewed(ModuleHall.Kiosk), default)).ShouldBe([new AnsweredRequirement("摊位有余量", met, reason)]);
    }

    [Fact]
    public async Task Is_known_while_the_module_is_disabled_or_not_loaded()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        var (before, required) = (Reviewed(ModuleHall.Kiosk), Reviewed(ModuleHall.Kiosk, "摊位有余量"));

        hall.Registry.Disable("exemplary");
        (await RefusedAsync(hall, before)).Message.ShouldEndWith("模块“exemplary”已停用，暂不能办理其事项。");
        await hall.Registry.UnloadAsync("exemplary");
        (await RefusedAsync(hall, required)).Code.ShouldBe("requirement-unavailable");
        (await new GrantRequirements(hall.Calls).AskAsync(before, default)).ShouldBeEmpty("nothing was required when it was filed");
    }

    [Fact]
    public async Task Is_nothing_for_an_item_without_requirement()
    {
        await using var hall = new ModuleHall();
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        (await new GrantRequirements(hall.Calls).AskAsync(Reviewed(item), default)).ShouldBeEmpty();
    }

    [Fact]
    public void Is_kept_with_the_case_from_its_filing()
    {
        var filed = ACase.Drafted();
        var under = filed.When("2026-03-02", By.Window(), (c, m) => FileCase.Decide(c, m, filed.Item, filed.Item.Assessment(), 1, null, ["摊位有余量"])).Case.Under!;

        under.Requirements.ShouldBe(["摊位有余量"]);
    }

    private static async Task<Refusal> RefusedAsync(ModuleHall hall, Case @case) =>
        await Should.ThrowAsync<Refusal>(() => new GrantRequirements(hall.Calls).AskAsync(@case, default));

    /// <summary>A case of the item, ready for the decision, that was filed while so much was required.</summary>
    private static Case Reviewed(ItemCode item, params string[] required)
    {
        var reviewed = ACase.Accepted().Complete("review").Case;
        return reviewed with
        {
            Item = item.Value,
            Application = reviewed.Application! with { Form = ModuleHall.KioskForm },
            Under = reviewed.Under! with { Requirements = required },
        };
    }
}

using OneSeal.Host.Access;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Modules;

public class Calls_into_a_module
{
    [Theory]
    [InlineData("throwing", "自动步骤出错：InvalidOperationException: 步骤不成")]
    [InlineData("empty", "自动步骤出错：InvalidOperationException: Empty gave no result.")]
    [InlineData("patient", "自动步骤超过 1 秒未完成。")]
    [InlineData("deaf", "自动步骤超过 1 秒未完成。")]
    [InlineData("blocking", "自动步骤超过 1 秒未完成。")]
    public async Task That_fail_stay_in_the_module_which_goes_on_and_shows_it(string step, string text)
    {
        await using var hall = new ModuleHall(o => o.StepLimit = TimeSpan.FromSeconds(1));
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        var fault = await Should.ThrowAsync<ModuleFault>(() => hall.Calls.RunStepAsync(ModuleHall.Run(item, step, ModuleHall.NameForm)));

        fault.Message.ShouldBe(text);
        fault.InnerException.ShouldBeNull();
        var state = hall.Registry.StateOf("awkward");
        state.Status.ShouldBe(ModuleStatus.Enabled);
        state.Reason.ShouldBeEmpty();
        state.LastFault.ShouldBe(new ModuleIncident(text, hall.Time.GetUtcNow()));
        (await hall.Calls.AssessAsync(item, ModuleHall.NameForm)).Steps.Count.ShouldBe(5);
        await hall.ShouldServeNeighbourAsync();
    }

    [Fact]
    public async Task That_throw_what_cannot_be_read_are_named_by_its_type()
    {
        await using var hall = new ModuleHall();
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        var fault = await Should.ThrowAsync<ModuleFault>(() => hall.Calls.AssessAsync(item, ModuleHall.Json("""{"name":"抛"}""")));

        fault.Message.ShouldBe("受理核验出错：UnreadableException");
    }

    [Theory]
    [InlineData("deaf")]
    [InlineData("blocking")]
    public async Task That_never_end_take_the_module_out_after_a_few(string step)
    {
        await using var hall = new ModuleHall(o => (o.StepLimit, o.HangingCalls) = (TimeSpan.FromSeconds(1), 3));
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        foreach (var _ in Enumerable.Range(0, 3))
            (await Record.ExceptionAsync(() => hall.Calls.RunStepAsync(ModuleHall.Run(item, step, ModuleHall.NameForm)))).ShouldNotBeNull();

        var state = hall.Registry.StateOf("awkward");
        state.Status.ShouldBe(ModuleStatus.Malfunctioned);
        state.Reason.ShouldBe("有 3 次调用超过时限后仍不结束，模块已停止使用。");
        var refusal = await Should.ThrowAsync<Refusal>(() => hall.Calls.AssessAsync(item, ModuleHall.NameForm));
        refusal.Code.ShouldBe("module-not-running");
        refusal.Message.ShouldContain(state.Reason);
        await hall.ShouldServeNeighbourAsync();

        (await hall.Registry.LoadAsync("awkward")).Status.ShouldBe(ModuleStatus.Loaded);
    }

    [Fact]
    public async Task That_block_hold_no_thread_of_the_pool()
    {
        await using var hall = new ModuleHall(o => (o.StepLimit, o.HangingCalls) = (TimeSpan.FromMinutes(1), 100));
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();
        await hall.AssessKioskAsync();

        var blocked = Enumerable.Range(0, 16).Select(_ => hall.Calls.RunStepAsync(ModuleHall.Run(item, "blocking", ModuleHall.NameForm))).ToArray();
        var served = Enumerable.Range(0, 200).Select(_ => hall.AssessKioskAsync()).ToArray();

        await Task.WhenAll(served).WaitAsync(TimeSpan.FromSeconds(20));
        blocked.ShouldAllBe(call => !call.IsCompleted);

        hall.Registry.Disable("awkward");
        foreach (var call in blocked) (await Should.ThrowAsync<Refusal>(() => call)).Code.ShouldBe("module-disabled");
    }

    [Fact]
    public async Task Beyond_the_room_of_a_module_are_turned_away_when_none_comes_free()
    {
        await using var hall = new ModuleHall(o => (o.StepLimit, o.ConcurrentCalls, o.HangingCalls) = (TimeSpan.FromSeconds(0.3), 2, 100));
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();

        foreach (var _ in Enumerable.Range(0, 2))
            await Should.ThrowAsync<ModuleFault>(() => hall.Calls.RunStepAsync(ModuleHall.Run(item, "deaf", ModuleHall.NameForm)));
        var fault = await Should.ThrowAsync<ModuleFault>(() => hall.Calls.RunStepAsync(ModuleHall.Run(item, "throwing", ModuleHall.NameForm)));

        fault.Kind.ShouldBe(ModuleFaultKind.Busy);
        (await hall.Calls.AssessAsync(item, ModuleHall.NameForm)).ShouldNotBeNull();
    }

    [Fact]
    public async Task That_fail_often_are_held_back_for_a_while_and_the_state_says_so()
    {
        await using var hall = new ModuleHall();
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();
        var notice = Notice(item);
        var hook = hall.Calls.HooksFor("awkward", SupervisionTopic.Accepted).ShouldHaveSingleItem();

        foreach (var _ in Enumerable.Range(0, 6))
            (await Should.ThrowAsync<ModuleFault>(() => hall.Calls.NoticeAsync("awkward", hook, notice))).Kind.ShouldBe(ModuleFaultKind.Threw);
        (await Should.ThrowAsync<ModuleFault>(() => hall.Calls.NoticeAsync("awkward", hook, notice))).Kind.ShouldBe(ModuleFaultKind.Paused);

        hall.Registry.StateOf("awkward").Status.ShouldBe(ModuleStatus.Enabled);
        hall.Registry.StateOf("awkward").Reason.ShouldBe("监管告知连续出错，已暂停调用，每 30 秒试一次。");
        (await hall.Calls.AssessAsync(item, ModuleHall.NameForm)).ShouldNotBeNull("what only observes blocks no filing");

        hall.Time.Advance(TimeSpan.FromSeconds(31));
        (await Should.ThrowAsync<ModuleFault>(() => hall.Calls.NoticeAsync("awkward", hook, notice))).Kind.ShouldBe(ModuleFaultKind.Threw);
    }

    [Fact]
    public async Task Come_from_the_modules_own_services()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        var run = ModuleHall.Run(ModuleHall.Kiosk, "slots", ModuleHall.KioskForm);

        (await hall.Calls.RunStepAsync(run)).Opinion.ShouldBe("早点摊：第 1 次核验，2026 年有余量。");
        (await hall.Calls.RunStepAsync(run)).Opinion.ShouldBe("早点摊：第 2 次核验，2026 年有余量。");
        await hall.Calls.NoticeAsync("exemplary", "OneSeal.Fixtures.SampleHook", Notice(ModuleHall.Kiosk));
        (await hall.Calls.RunStepAsync(run)).Opinion.ShouldBe("早点摊：第 4 次核验，2026 年有余量。");
    }

    [Fact]
    public async Task That_collect_feedback_fail_by_themselves()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward("source-throws");
        await hall.OpenAsync();
        var (source, every) = hall.Calls.SourcesOf("source-throws").ShouldHaveSingleItem();
        every.ShouldBe(TimeSpan.FromMinutes(1));

        foreach (var _ in Enumerable.Range(0, 6)) await Should.ThrowAsync<ModuleFault>(() => hall.Calls.CollectAsync("source-throws", source, null));
        (await Should.ThrowAsync<ModuleFault>(() => hall.Calls.CollectAsync("source-throws", source, null))).Kind.ShouldBe(ModuleFaultKind.Paused);

        hall.Registry.StateOf("source-throws").LastFault!.Text.ShouldBe("监管反馈收取出错：InvalidOperationException: 反馈系统不通");
        (await hall.Calls.AssessAsync(item, ModuleHall.NameForm)).ShouldNotBeNull("what is collected blocks no filing");
        await hall.ShouldServeNeighbourAsync();
    }

    [Fact]
    public async Task That_collect_feedback_go_on_where_the_last_page_said()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        var source = hall.Calls.SourcesOf("exemplary").Keys.ShouldHaveSingleItem();

        var first = await hall.Calls.CollectAsync("exemplary", source, null);
        var then = await hall.Calls.CollectAsync("exemplary", source, first.Cursor);

        first.Items.ShouldHaveSingleItem().Holder.ShouldBe("91370390MA00000179");
        then.Items.ShouldBeEmpty();
        Should.Throw<Refusal>(() => { _ = hall.Calls.CollectAsync("exemplary", "No.Source", null); }).Code.ShouldBe("source-unregistered");
    }

    [Fact]
    public async Task That_claim_act_for_their_own_department_only()
    {
        var claims = new Claims();
        await using var hall = new ModuleHall(claims: claims);
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        await hall.Calls.NoticeAsync("exemplary", "OneSeal.Fixtures.SampleHook", Notice(ModuleHall.Kiosk));
        claims.Asked.ShouldBeEmpty("there is no push to claim");
        await hall.Calls.NoticeAsync("exemplary", "OneSeal.Fixtures.SampleHook", Notice(ModuleHall.Kiosk, push: "p-1"));

        claims.Asked.ShouldHaveSingleItem().ShouldBe(new ModuleClaim(
            "exemplary", "370390", new Organisation("示范区样例局", "11370390FX00000011"), "p-1", new SupervisionClaim("样例科")));
    }

    [Fact]
    public async Task That_claim_where_no_module_may_are_refused_and_not_held_against_the_module()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        (await Should.ThrowAsync<Refusal>(() => hall.Calls.NoticeAsync("exemplary", "OneSeal.Fixtures.SampleHook", Notice(ModuleHall.Kiosk, push: "p-1"))))
            .Code.ShouldBe("module-desk-closed");
        hall.Registry.StateOf("exemplary").LastFault.ShouldBeNull();
    }

    [Fact]
    public async Task With_a_form_that_is_none_of_the_item_are_refused_and_not_held_against_the_module()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        foreach (var _ in Enumerable.Range(0, 10))
        {
            var refusal = await Should.ThrowAsync<Refusal>(() => hall.Calls.AssessAsync(ModuleHall.Kiosk, ModuleHall.Json("""{"area":"大"}""")));
            refusal.Code.ShouldBe("form-unreadable");
        }

        await hall.ShouldServeNeighbourAsync();
    }

    [Fact]
    public async Task For_what_no_module_registered_are_refused()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();
        var unknown = ItemCode.Parse("11370390FX000000114990000000009");

        Should.Throw<Refusal>(() => { _ = hall.Calls.AssessAsync(unknown, ModuleHall.KioskForm); }).Code.ShouldBe("item-unregistered");
        Should.Throw<Refusal>(() => { _ = hall.Calls.RunStepAsync(ModuleHall.Run(ModuleHall.Kiosk, "review", ModuleHall.KioskForm)); })
            .Code.ShouldBe("step-unregistered");
        Should.Throw<Refusal>(() => { _ = hall.Calls.NoticeAsync("exemplary", "No.Hook", Notice(ModuleHall.Kiosk)); }).Code.ShouldBe("hook-unregistered");
    }

    [Fact]
    public async Task Whose_caller_leaves_are_told_to_end_and_are_no_fault()
    {
        await using var hall = new ModuleHall(o => o.StepLimit = TimeSpan.FromSeconds(30));
        var item = hall.LayAwkward("awkward");
        await hall.OpenAsync();
        using var caller = new CancellationTokenSource();

        var call = hall.Calls.RunStepAsync(ModuleHall.Run(item, "patient", ModuleHall.NameForm), caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        hall.Registry.StateOf("awkward").LastFault.ShouldBeNull();
    }

    private sealed class Claims : IClaims
    {
        public List<ModuleClaim> Asked { get; } = [];

        public Task<ClaimAnswer> ClaimAsync(ModuleClaim asked, CancellationToken cancellationToken)
        {
            Asked.Add(asked);
            return Task.FromResult(new ClaimAnswer(true, null));
        }
    }

    private static SupervisionNotice Notice(ItemCode item, string? push = null) => new()
    {
        Id = "n-1",
        Topic = SupervisionTopic.Accepted,
        CaseNumber = "370390202600001",
        Item = item,
        At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
        Content = ModuleHall.Json("{}"),
        PushId = push,
    };
}

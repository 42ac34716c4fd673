using OneSeal.Host.Modules;

namespace OneSeal.Host.Tests.Modules;

/// <summary>Each says why it does not run, and its neighbour is served.</summary>
public class A_module_that_cannot_be_loaded
{
    [Theory]
    [InlineData("throws-in-constructor", "模块构造时出错：NotSupportedException: 构造不成")]
    [InlineData("throws-in-configure", "模块登记时出错：UnreadableException")]
    [InlineData("hangs-in-configure", "模块登记超过 2 秒未完成。")]
    [InlineData("has-catch-all-material", "模块登记的内容不合规：难缠事项: Material '其他材料' is a catch-all: say what is asked (山西 2019 三(四)).")]
    [InlineData("promises-longer-than-statute", "模块登记的内容不合规：难缠事项: Its promised limit is longer than the statutory one.")]
    public async Task Tells_what_its_registration_did(string behaviour, string reason)
    {
        await using var hall = new ModuleHall(o => o.ConfigureLimit = TimeSpan.FromSeconds(2));
        hall.Lay("Exemplary", "exemplary");
        var item = hall.LayAwkward(behaviour);
        await hall.OpenAsync();

        await ShouldStandAlone(hall, behaviour, ModuleStatus.Malfunctioned, reason);
        hall.Registry.TryFindItem(item, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Is_built_for_another_sdk()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        hall.Lay("BuiltForFutureSdk", "future");
        await hall.OpenAsync();

        await ShouldStandAlone(
            hall, "future", ModuleStatus.Unsupported, "模块按 SDK 2.0.0.0 编写，本系统提供 SDK 1.0.0.0：主版本须相同且不得更高。");
        hall.Registry.StateOf("future").SdkVersion.ShouldBe(new Version(2, 0, 0, 0));
    }

    [Fact]
    public async Task Uses_a_member_the_sdk_does_not_have()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        var folder = hall.Lay("BuiltForFutureSdk", "future");
        Metadata.ClaimSdkVersion(Path.Combine(folder, "OneSeal.Fixtures.BuiltForFutureSdk.dll"), 1);
        await hall.OpenAsync();

        await ShouldStandAlone(
            hall, "future", ModuleStatus.Unsupported, "模块用到了本系统 SDK 中没有的成员：OneSeal.Sdk.FutureExtensions。");
    }

    [Fact]
    public async Task Lacks_a_dependency()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        File.Delete(Path.Combine(hall.Lay("OnGaugeOne", "gauge"), "Gauge.dll"));
        await hall.OpenAsync();

        await ShouldStandAlone(
            hall, "gauge", ModuleStatus.Malfunctioned, "缺少依赖：Gauge 1.0.0.0（OneSeal.Fixtures.OnGaugeOne.dll 引用，文件夹中没有）。");
    }

    [Fact]
    public async Task Has_an_older_dependency_than_it_was_built_with()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        var folder = hall.Lay("OnGaugeTwo", "gauge");
        File.Copy(Path.Combine(Repository.Fixtures, "GaugeOne", "Gauge.dll"), Path.Combine(folder, "Gauge.dll"), overwrite: true);
        await hall.OpenAsync();

        await ShouldStandAlone(
            hall, "gauge", ModuleStatus.Malfunctioned, "缺少依赖：Gauge 2.0.0.0（OneSeal.Fixtures.OnGaugeTwo.dll 引用，现有的是 1.0.0.0）。");
    }

    [Fact]
    public async Task Claims_an_item_of_another_module()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        hall.Lay("ExemplaryNext", "pretender");
        await hall.OpenAsync();

        await ShouldStandAlone(
            hall, "pretender", ModuleStatus.Malfunctioned, $"事项“样例摊位设置许可”的编码 {ModuleHall.Kiosk} 已由模块 exemplary 登记。");
        hall.Registry.TryFindItem(ModuleHall.Kiosk, out var item).ShouldBeTrue();
        item.Module.ShouldBe("exemplary");
    }

    [Fact]
    public async Task Is_no_module_or_two()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        hall.Lay("GaugeOne", "library");
        hall.Lay("Trespasser", "two");
        File.WriteAllText(Path.Combine(hall.Lay("Awkward", "garbled"), "OneSeal.Fixtures.Awkward.dll"), "不是程序集");
        await hall.OpenAsync();

        await ShouldStandAlone(hall, "library", ModuleStatus.Malfunctioned, "文件夹中没有部门模块：任何程序集都未标注 DepartmentModule。");
        await ShouldStandAlone(
            hall,
            "two",
            ModuleStatus.Malfunctioned,
            "文件夹中有多个部门模块：OneSeal.Fixtures.Exemplary.dll、OneSeal.Fixtures.Trespasser.dll。每个文件夹只能放一个。");
        hall.Registry.StateOf("garbled").Reason.ShouldStartWith("文件 OneSeal.Fixtures.Awkward.dll 无法读取：");
    }

    [Fact]
    public async Task Runs_once_its_folder_is_put_right()
    {
        await using var hall = new ModuleHall();
        File.Delete(Path.Combine(hall.Lay("OnGaugeOne", "gauge"), "Gauge.dll"));
        await hall.OpenAsync();
        hall.Registry.StateOf("gauge").Status.ShouldBe(ModuleStatus.Malfunctioned);

        hall.Time.Advance(TimeSpan.FromMinutes(5));
        hall.Lay("OnGaugeOne", "gauge");
        var state = await hall.Registry.LoadAsync("gauge");

        state.Status.ShouldBe(ModuleStatus.Loaded);
        state.Reason.ShouldBeEmpty();
        state.Since.ShouldBe(hall.Time.GetUtcNow());
    }

    private static async Task ShouldStandAlone(ModuleHall hall, string id, ModuleStatus status, string reason)
    {
        var state = hall.Registry.StateOf(id);
        state.Status.ShouldBe(status);
        state.Reason.ShouldBe(reason);
        await hall.ShouldServeNeighbourAsync();
    }
}

using Microsoft.Extensions.Configuration;
using OneSeal.Host.Localities;

namespace OneSeal.Host.Tests;

public class What_the_host_is_started_with
{
    [Theory]
    [InlineData("没有命令 frobnicate", "frobnicate")]
    [InlineData("没有命令 rebuild", "--data", "/tmp/x", "rebuild")]
    [InlineData("没有选项 --emtpy", "--emtpy", "--data", "/tmp/x")]
    [InlineData("没有选项 --url", "--url=http://127.0.0.1:5080")]
    [InlineData("监听地址不正确：127.0.0.1:5080", "--urls", "127.0.0.1:5080")]
    [InlineData("监听地址不正确：nonsense", "--urls", "http://127.0.0.1:5080;nonsense")]
    [InlineData("监听地址不正确：ftp://127.0.0.1", "--urls", "ftp://127.0.0.1")]
    [InlineData("监听地址不正确：http://127.0.0.1:5080/oneseal", "--urls", "http://127.0.0.1:5080/oneseal")]
    [InlineData("监听地址不正确：http://127.0.0.1:70000", "--urls", "http://127.0.0.1:70000")]
    [InlineData("监听地址不正确：http://localhost:0", "--urls", "http://localhost:0")]
    [InlineData("选项 --data 没有值", "--data")]
    [InlineData("选项 --data 没有值", "--data", "--urls", "http://127.0.0.1:5080")]
    public void Is_refused_where_it_is_misspelt(string says, params string[] arguments) =>
        Should.Throw<StartRefused>(() => HostCommand.Parse(arguments)).Message.ShouldStartWith(says);

    [Fact]
    public void Is_a_task_or_settings_or_both()
    {
        var command = HostCommand.Parse(["verify-journal", "--Data", "/tmp/x", "--empty", "--Locality:Name=某区", "--Serilog:MinimumLevel:Default", "Error"]);
        command.Task.ShouldNotBeNull();
        command.IsEmpty.ShouldBeTrue();
        command.Configuration["data"].ShouldBe("/tmp/x");
        command.Configuration["Locality:Name"].ShouldBe("某区");
        HostCommand.Parse([]).Task.ShouldBeNull();
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://*:5080;http://[::1]:5081")]
    [InlineData("https://localhost:5443")]
    public void May_be_any_address_of_the_machine(string urls) => HostCommand.Parse(["--urls", urls]).Configuration["urls"].ShouldBe(urls);

    [Theory]
    [InlineData("缺少设置 Locality:Name", "--Locality:Region=370305")]
    [InlineData("设置 Locality:Region 不正确：37", "--Locality:Region=37")]
    public void A_locality_that_is_not_whole_is_refused_by_name(string says, string setting) =>
        Should.Throw<StartRefused>(() => EstablishLocality.From(new ConfigurationBuilder().AddCommandLine([setting, "--Locality:Bureau:Code=11370800MB28559184"]).Build()))
            .Message.ShouldStartWith(says);
}

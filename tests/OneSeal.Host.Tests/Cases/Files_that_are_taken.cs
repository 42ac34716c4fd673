using OneSeal.Host.Cases;

namespace OneSeal.Host.Tests.Cases;

public class Files_that_are_taken
{
    [Theory]
    [InlineData("平面图.pdf", "255044462D", "application/pdf")]
    [InlineData("平面图.PDF", "255044462D312E37", "application/pdf")]
    [InlineData("照片.jpeg", "FFD8FFE0", "image/jpeg")]
    [InlineData("照片.png", "89504E470D0A1A0A", "image/png")]
    [InlineData("证照.ofd", "504B0304", "application/ofd")]
    public void Begin_as_their_name_promises(string name, string content, string mediaType) =>
        FileKind.Of(name, Convert.FromHexString(content)).ShouldBe(mediaType);

    [Theory]
    [InlineData("平面图.pdf", "3C68746D6C")]
    [InlineData("平面图.pdf", "")]
    [InlineData("照片.png", "FFD8FFE0")]
    [InlineData("程序.exe", "4D5A")]
    [InlineData("页面.svg", "3C737667")]
    [InlineData("没有扩展名", "255044462D")]
    public void Others_are_not(string name, string content) => FileKind.Of(name, Convert.FromHexString(content)).ShouldBeNull();
}

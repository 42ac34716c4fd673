using OneSeal.Host.Licences;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Licences;

public class LicenceIdentifierTests
{
    private static readonly SocialCreditCode Definer = SocialCreditCode.Parse("11100000000013338W");

    [Fact]
    public void Is_root_kind_issuer_serial_version_and_check() =>
        LicenceIdentifier.Make(Definer, "011", "11430000006122244L", 2026, 123).ToString()
            .ShouldMatch(@"^1\.2\.156\.3005\.2\.11100000000013338W011\.11430000006122244L\.2026000123\.001\.[0-9A-Z]$");

    [Fact]
    public void A_kind_not_yet_assigned_is_said_by_zeros() =>
        LicenceIdentifier.Make(Definer, null, "11430000006122244L", 2026, 123).Segments.ShouldStartWith("11100000000013338W000.");

    [Fact]
    public void Is_read_with_and_without_its_root()
    {
        var made = LicenceIdentifier.Make(Definer, "011", "11430000006122244L", 2026, 123);
        LicenceIdentifier.TryParse(made.ToString(), out var full).ShouldBeTrue();
        LicenceIdentifier.TryParse(made.Segments, out var bare).ShouldBeTrue();
        (full, bare).ShouldBe((made, made));
    }

    [Theory]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U", true)]
    [InlineData("11100000000013338W032.11220000013544541J.2430599.001.F", true)]
    [InlineData("11100000000013338W011.11430000006122244L.20230000403.001.V", false)]
    [InlineData("11100000000013338W011.11430000006122244L.20230000430.001.U", false)]
    [InlineData("11100000000013338W011.11430000006122244A.20230000403.001.U", false)]
    [InlineData("11100000000013338W011.11430000006122244L..001.U", false)]
    [InlineData("11100000000013338W011.11430000006122244L.2023.001", false)]
    [InlineData("", false)]
    public void A_published_sample_is_one_and_a_changed_one_is_not(string text, bool valid) =>
        LicenceIdentifier.TryParse(text, out _).ShouldBe(valid);
}

using OneSeal.Host.Licences;

namespace OneSeal.Host.Tests.Licences;

public class Mod3736Tests
{
    // Identifiers of real electronic licences, without the root 1.2.156.3005.2 and the dots.
    [Theory]
    [InlineData("11100000000013338W011.11430000006122244L.20230000403.001", 'U')]
    [InlineData("11100000000013338W032.11220000013544541J.2430599.001", 'F')]
    [InlineData("11100000MB03271699022.340100.000000016.001", '9')]
    [InlineData("11100000000013338W009.11330105002500287C.2025052201.002", '0')]
    public void Real_licence_identifiers_have_the_right_check_character(string segments, char check)
    {
        var text = segments.Replace(".", "", StringComparison.Ordinal);

        Mod3736.CheckCharacterOf(text).ShouldBe(check);
        Mod3736.IsValid(text + check).ShouldBeTrue();
    }

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        const string right = "1110000000001333W011F";
        var text = right + Mod3736.CheckCharacterOf(right);

        for (var i = 0; i < text.Length; i++)
        {
            foreach (var other in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".Where(c => c != text[i]))
                Mod3736.IsValid(text[..i] + other + text[(i + 1)..]).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a1")]
    [InlineData("1-1")]
    public void What_is_too_short_or_of_other_characters_is_not_valid(string text) => Mod3736.IsValid(text).ShouldBeFalse();

    [Fact]
    public void Small_letters_have_no_check_character() => Should.Throw<ArgumentException>(() => Mod3736.CheckCharacterOf("ab"));
}

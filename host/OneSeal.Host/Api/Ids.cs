using System.Text.RegularExpressions;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>Names that a caller gives to what he makes: they become part of addresses and of the journal.</summary>
internal static partial class Ids
{
    public static string Checked(string id) => Form().IsMatch(id) ? id : throw new Refusal("id-malformed") { Status = 400, Field = "id" };

    [GeneratedRegex(@"^(?=.{2,60}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}

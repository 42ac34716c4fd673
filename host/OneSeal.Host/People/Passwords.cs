using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.People;

/// <summary>Passwords as they are given out and as they are set.</summary>
internal static class Passwords
{
    // Read out over the telephone: none of these is taken for another.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz", Digits = "23456789";

    /// <summary>一次性密码: three groups of letters and one of digits, some 66 bits.</summary>
    public static string NewOneTime() =>
        $"{Group(Letters, 4)}-{Group(Letters, 4)}-{Group(Letters, 4)}-{Group(Digits, 4)}";

    /// <exception cref="Refusal"><c>password-too-weak</c>.</exception>
    public static async Task CheckAsync(UserManager<StaffAccount> users, StaffAccount account, string password, string field)
    {
        foreach (var validator in users.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(users, account, password)).Succeeded)
                throw new Refusal("password-too-weak", ("length", users.Options.Password.RequiredLength)) { Field = field };
        }
    }

    private static string Group(string alphabet, int length) => RandomNumberGenerator.GetString(alphabet, length);
}

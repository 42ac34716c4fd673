using System.Globalization;
using System.Text;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>Some rows of a list and where it goes on. Nothing is counted: a count of a million rows costs more than the rows.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">What to send as <c>after</c> for the following rows; null at the end.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>
/// Which rows are asked for: <c>limit</c> of them (1 to 200, 50 if not said) <c>after</c> the key of the last page's end.
/// </summary>
internal sealed record PageRequest(int? Limit, string? After)
{
    private const int Most = 200;

    public int Take => Limit switch
    {
        null => 50,
        >= 1 and <= Most => Limit.Value,
        _ => throw new Refusal("page-limit-invalid", ("most", Most)) { Status = 400, Field = "limit" },
    };

    /// <summary>The parts of the key to go on after; nulls at the beginning.</summary>
    public string?[] Key(int parts)
    {
        if (string.IsNullOrEmpty(After)) return new string?[parts];
        try
        {
            var key = Encoding.UTF8.GetString(Convert.FromBase64String(After.Replace('-', '+').Replace('_', '/'))).Split('\n');
            if (key.Length == parts) return key;
        }
        catch (FormatException)
        {
            // Falls through to the refusal: whatever it was, it was not one of our keys.
        }

        throw InvalidKey();
    }

    /// <summary>A day that is a part of a key.</summary>
    public static DateOnly Day(string part) =>
        DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw InvalidKey();

    /// <summary>An identity that is a part of a key; empty at the beginning.</summary>
    public static Guid Identity(string? part) => part is null ? Guid.Empty
        : Guid.TryParse(part, out var identity) ? identity
        : throw InvalidKey();

    /// <summary>The page of rows, of which one more than asked for was read.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> rows, Func<T, string[]> key)
    {
        if (rows.Count <= Take) return new Page<T>(rows, null);
        var next = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join('\n', key(rows[Take - 1])))).Replace('+', '-')
            .Replace('/', '_');
        return new Page<T>([.. rows.Take(Take)], next);
    }

    private static Refusal InvalidKey() => new("page-key-invalid") { Status = 400, Field = "after" };
}

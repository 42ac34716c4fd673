using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OneSeal.Host.Database;

/// <summary>One numbered step of the database's schema.</summary>
/// <param name="Name">The file's name, <c>0001_what_it_does.sql</c>: four digits give the order.</param>
/// <param name="Sql">Its statements, run together in one transaction. Once a release has run it, it never changes again.</param>
internal sealed record MigrationScript(string Name, string Sql)
{
    private const string Folder = "migrations/";

    public int Number => int.Parse(Name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Of the text with Unix line ends, so that a checkout with others is the same script.</summary>
    public string Sha256 =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.Replace("\r\n", "\n", StringComparison.Ordinal))));

    /// <summary>The scripts in <c>Database/migrations</c>, which the build puts into the program.</summary>
    public static IReadOnlyList<MigrationScript> OfThisProgram { get; } = [.. Embedded()];

    private static IEnumerable<MigrationScript> Embedded()
    {
        var assembly = typeof(MigrationScript).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return new(resource[Folder.Length..], reader.ReadToEnd());
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using HandlebarsDotNet;

namespace OneSeal.Host.Documents;

/// <summary>The embedded page templates, compiled once. Every value is HTML-escaped; an unknown name in a template fails loudly.</summary>
internal static class Templates
{
    private const string Folder = "OneSeal.Host.Documents.templates.";
    private const string Extension = ".hbs";

    private static readonly string[] Partials = ["decided", "opinions", "reasons", "remedies"];
    private static readonly FrozenDictionary<string, HandlebarsTemplate<object, object>> Compiled = Compile();

    public static IEnumerable<string> Names => Compiled.Keys;

    public static string Render(string name, object view) => Compiled[name](view);

    private static FrozenDictionary<string, HandlebarsTemplate<object, object>> Compile()
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
            // The default encoder turns every Chinese character into a number.
            TextEncoder = new HtmlEncoder(),
        });
        handlebars.RegisterHelper("date", (output, _, arguments) => output.Write(Date((DateOnly)arguments[0]!)));
        handlebars.RegisterHelper("ordinal", (output, _, arguments) => output.Write((int)arguments[0]! + 1));
        foreach (var partial in Partials) handlebars.RegisterTemplate(partial, Source(partial));
        return typeof(Templates).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Extension, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Extension.Length])
            .Except(Partials)
            .ToFrozenDictionary(n => n, n => handlebars.Compile(Source(n)));
    }

    // GB/T 9704: Arabic figures, no leading zeros.
    private static string Date(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    private static string Source(string name)
    {
        using var reader = new StreamReader(typeof(Templates).Assembly.GetManifestResourceStream(Folder + name + Extension)!);
        return reader.ReadToEnd();
    }
}

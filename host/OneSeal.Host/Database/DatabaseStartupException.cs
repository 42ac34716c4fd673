using OneSeal.Host.Texts;

namespace OneSeal.Host.Database;

/// <summary>
/// The database cannot be had, and an administrator can do something about it. The message is one line that says what: print it
/// without the stack and end the program.
/// </summary>
internal sealed class DatabaseStartupException : Exception
{
    /// <param name="code">The text stands under <c>database.CODE</c>.</param>
    /// <param name="values">The values of the text's placeholders.</param>
    public DatabaseStartupException(string code, params ReadOnlySpan<(string Name, object? Value)> values)
        : base(Text.Of("database." + code, values)) => Code = code;

    public DatabaseStartupException(string code, Exception cause, params ReadOnlySpan<(string Name, object? Value)> values)
        : base(Text.Of("database." + code, values), cause) => Code = code;

    public string Code { get; }
}

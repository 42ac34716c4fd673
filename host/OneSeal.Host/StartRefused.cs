using OneSeal.Host.Texts;

namespace OneSeal.Host;

/// <summary>
/// The host was started with something it cannot do. The message is one line that says what: print it without the stack and end the program.
/// </summary>
internal sealed class StartRefused(string code, params ReadOnlySpan<(string Name, object? Value)> values) : Exception(Text.Of("start." + code, values));

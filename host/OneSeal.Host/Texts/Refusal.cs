namespace OneSeal.Host.Texts;

/// <summary>
/// A clear no: a rule of the domain was not met and nothing has changed. It carries a stable code, and the Chinese text that
/// stands under <c>refusal.CODE</c> in the text files tells a clerk what to do.
/// </summary>
internal sealed class Refusal : Exception
{
    /// <param name="code">Stable, in kebab case; part of the API.</param>
    /// <param name="values">The values of the text's placeholders.</param>
    public Refusal(string code, params ReadOnlySpan<(string Name, object? Value)> values)
        : base(Text.Of("refusal." + code, values)) => Code = code;

    public string Code { get; }

    /// <summary>The HTTP status; 422 unless the refusal is of another nature.</summary>
    public int Status { get; init; } = StatusCodes.Status422UnprocessableEntity;

    /// <summary>The field of the request at fault, as a path in the request's JSON, where there is one.</summary>
    public string? Field { get; init; }

    /// <summary>More for the caller's program: names and values that go into the problem details.</summary>
    public IReadOnlyDictionary<string, object?> Details { get; init; } = new Dictionary<string, object?>();

    public static Refusal NotFound(string code, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(code, values) { Status = StatusCodes.Status404NotFound };

    public static Refusal Conflict(string code, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(code, values) { Status = StatusCodes.Status409Conflict };
}

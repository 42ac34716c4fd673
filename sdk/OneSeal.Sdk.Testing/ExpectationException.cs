namespace OneSeal.Sdk.Testing;

/// <summary>Something of a module is not as its test says. The message names the item and the difference in domain words.</summary>
/// <param name="message">The difference.</param>
public sealed class ExpectationException(string message) : Exception(message);

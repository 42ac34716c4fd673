namespace OneSeal.Host.Journal;

/// <summary>Somebody who must be told of what a command did; written with it, carried out afterwards.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Recipient">
/// Who: <c>organisation:CREDIT-CODE</c> for an inbox, <c>module:ID</c> for a module's automatic step or its hooks.
/// </param>
/// <param name="Content">What is told.</param>
internal sealed record Delivery(string Topic, string Recipient, object Content);

using System.Text.Json;

namespace OneSeal.Host.Deliveries;

/// <summary>A row of the ledger that this host has taken.</summary>
/// <param name="Attempts">Which attempt this is; it also proves that the row is still this host's when the attempt is over.</param>
internal sealed record DueDelivery(string Region, string Id, string Topic, string Recipient, JsonElement Content, int Attempts);

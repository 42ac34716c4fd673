namespace OneSeal.Host.Journal;

/// <summary>Somebody who must be told of what a command did; written with it, carried out afterwards.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Recipient">Who, see <see cref="Deliveries.Recipients"/>.</param>
/// <param name="Content">What is told.</param>
internal sealed record Delivery(string Topic, string Recipient, object Content)
{
    /// <summary>
    /// One recipient is told of one subject in the order in which it happened; the stream that the delivery is about if not said.
    /// </summary>
    public string? Subject { get; init; }
}

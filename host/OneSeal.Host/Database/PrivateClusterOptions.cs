namespace OneSeal.Host.Database;

internal sealed record PrivateClusterOptions
{
    /// <summary>False lets a power failure lose or break the database, for speed. Tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Looks for the server's programs; tests put other machines in its place.</summary>
    public Func<IEnumerable<string>> CandidateFolders { get; init; } = PostgresInstallation.CandidateFolders;
}

using Npgsql;

namespace OneSeal.Host.Database;

/// <summary>
/// A connection of one's own, which ends when it is closed: for what belongs to a session, a lock or listening. A pooled one would keep it
/// for as long as it idles.
/// </summary>
internal static class UnpooledConnection
{
    // How often a connection on which nothing comes is tried, so that one whose server has gone silent is noticed.
    private const int KeepAliveSeconds = 20;

    public static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false,
            MaxAutoPrepare = 0,
            CommandTimeout = 0,
            KeepAlive = KeepAliveSeconds,
        };
        await using var pooled = database.CreateConnection();
        // A clone keeps the password, which a data source does not show.
        var connection = pooled.CloneWith(unpooled.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OneSeal.Host.Database;

namespace OneSeal.Host.Tests.Database;

public sealed class PrivateClusterTests : IDisposable
{
    private readonly TemporaryDataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Starts_from_nothing_on_loopback_only_with_a_password_only_its_user_can_read()
    {
        await using var cluster = await _folder.StartClusterAsync();

        (await AskAsync(cluster, "select current_database() || ' ' || current_user")).ShouldBe("oneseal oneseal");
        (await AskAsync(cluster, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await AskAsync(cluster, "show data_checksums")).ShouldBe("on");
        (await AskAsync(cluster, "select pg_encoding_to_char(encoding) || ' ' || datcollate from pg_database where datname = 'oneseal'"))
            .ShouldBe("UTF8 C.UTF-8");
        (await AskAsync(cluster, "select rolsuper::text from pg_roles where rolname = current_user")).ShouldBe("false");
        File.GetUnixFileMode(Path.Combine(_folder.Path, "postgres", "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var stranger = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Password = "guessed", Pooling = false };
        await using var connection = new NpgsqlConnection(stranger.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Stops_with_its_host_and_keeps_data_and_port_for_the_next_start()
    {
        string before;
        await using (var first = await _folder.StartClusterAsync())
        {
            before = first.ConnectionString;
            await AskAsync(first, "create table kept as select 1");
        }

        Postmaster.Running(_folder.Data).ShouldBeNull();
        await using var second = await _folder.StartClusterAsync();
        second.ConnectionString.ShouldBe(before);
        (await AskAsync(second, "select count(*)::text from kept")).ShouldBe("1");
    }

    [Fact]
    public async Task A_data_folder_can_be_moved()
    {
        await using (await _folder.StartClusterAsync())
        {
        }

        using var elsewhere = new TemporaryDataFolder();
        Directory.Move(_folder.Path, elsewhere.Path);

        await using var cluster = await elsewhere.StartClusterAsync();
        (await AskAsync(cluster, "select 'here'")).ShouldBe("here");
    }

    [Fact]
    public async Task A_server_that_a_dead_host_left_behind_is_adopted_and_stopped_in_the_end()
    {
        await using (await _folder.StartClusterAsync())
        {
        }

        // What a killed host leaves: its server runs, and no lock is held.
        var folder = new ClusterFolder(_folder.Path);
        var postgres = await PostgresInstallation.FindAsync(_folder.Data, PostgresInstallation.CandidateFolders(), CancellationToken.None);
        var user = await ClusterUser.ForAsync(folder.Root, CancellationToken.None);
        await new ClusterServer(folder, postgres, user, NullLogger.Instance).EnsureRunningAsync(durable: false, CancellationToken.None);
        var left = Postmaster.Running(_folder.Data).ShouldNotBeNull();

        await using (var cluster = await _folder.StartClusterAsync())
        {
            Postmaster.Running(_folder.Data).ShouldBe(left);
            (await AskAsync(cluster, "select 'here'")).ShouldBe("here");
        }

        Postmaster.Running(_folder.Data).ShouldBeNull();
    }

    [Fact]
    public async Task Is_durable_recovers_after_the_server_was_killed_and_finds_what_was_committed()
    {
        var dead = await PrivateCluster.StartAsync(_folder.Path, NullLogger.Instance, CancellationToken.None);
        (await AskAsync(dead, "select string_agg(setting, ' ') from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')"))
            .ShouldBe("on on on");
        await AskAsync(dead, "create table kept as select 1");
        var killed = Postmaster.Running(_folder.Data).ShouldNotBeNull();
        Process.GetProcessById(killed.Pid).Kill();

        await using (var next = await _folder.StartClusterAsync())
        {
            Postmaster.Running(_folder.Data).ShouldNotBeNull().Pid.ShouldNotBe(killed.Pid);
            // The port stays, so that the connections of a host that lived on find the server again.
            next.ConnectionString.ShouldBe(dead.ConnectionString);
            (await AskAsync(next, "select count(*)::text from kept")).ShouldBe("1");
        }

        await dead.DisposeAsync();
        Postmaster.Running(_folder.Data).ShouldBeNull();
    }

    [Fact]
    public async Task A_number_in_a_file_left_behind_that_is_now_another_process_is_no_server()
    {
        await using (await _folder.StartClusterAsync())
        {
        }

        using var other = Process.Start("sleep", "60");
        await File.WriteAllLinesAsync(
            Path.Combine(_folder.Data, "postmaster.pid"), [$"{other.Id}", _folder.Data, "1700000000", "5432", "", "127.0.0.1", "1 1"]);

        await using (var cluster = await _folder.StartClusterAsync())
            (await AskAsync(cluster, "select 'here'")).ShouldBe("here");
        other.HasExited.ShouldBeFalse();
        other.Kill();
    }

    [Fact]
    public async Task Hosts_that_start_at_once_share_one_server_and_the_last_one_out_stops_it()
    {
        var hosts = await Task.WhenAll(_folder.StartClusterAsync(), _folder.StartClusterAsync(), _folder.StartClusterAsync());
        hosts.Select(h => h.ConnectionString).Distinct().Count().ShouldBe(1);

        await Task.WhenAll(hosts[0].DisposeAsync().AsTask(), hosts[2].DisposeAsync().AsTask());
        (await AskAsync(hosts[1], "select 'here'")).ShouldBe("here");

        await hosts[1].DisposeAsync();
        Postmaster.Running(_folder.Data).ShouldBeNull();
    }

    [Fact]
    public async Task Without_PostgreSQL_one_line_says_what_to_install()
    {
        var bare = new PrivateClusterOptions { CandidateFolders = () => ["/nowhere"] };

        var failure = await Should.ThrowAsync<DatabaseStartupException>(
            () => PrivateCluster.StartAsync(_folder.Path, bare, NullLogger.Instance, CancellationToken.None));

        failure.Message.ShouldContain("apt-get install postgresql");
        failure.Message.ShouldNotContain("\n");
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Data_of_another_version_is_left_alone()
    {
        Directory.CreateDirectory(_folder.Data);
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "PG_VERSION"), "9\n");

        var failure = await Should.ThrowAsync<DatabaseStartupException>(() => _folder.StartClusterAsync());

        failure.Code.ShouldBe("version-mismatch");
        failure.Message.ShouldContain("postgresql-9");
    }

    [Fact]
    public async Task Data_without_its_password_is_not_overwritten()
    {
        await using (await _folder.StartClusterAsync())
            File.Delete(Path.Combine(_folder.Path, "postgres", "password"));

        (await Should.ThrowAsync<DatabaseStartupException>(() => _folder.StartClusterAsync())).Code.ShouldBe("password-lost");
        File.Exists(Path.Combine(_folder.Data, "PG_VERSION")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_folder_the_lent_user_cannot_pass_is_named()
    {
        if (!Environment.IsPrivilegedProcess) return;
        Directory.CreateDirectory(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var failure = await Should.ThrowAsync<DatabaseStartupException>(() => _folder.StartClusterAsync());

        failure.Code.ShouldBe("not-passable");
        failure.Message.ShouldContain($"chmod o+x {_folder.Path}");
    }

    private static async Task<string> AskAsync(PrivateCluster cluster, string sql)
    {
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString() ?? "";
    }
}

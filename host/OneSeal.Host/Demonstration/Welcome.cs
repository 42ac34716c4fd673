using Npgsql;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Demonstration;

/// <summary>What the host says once it listens: where, and who can sign in to the demonstration.</summary>
internal static class Welcome
{
    private static readonly string[] Columns = ["account", "name", "position", "organisation"];

    public static void SayWhenListening(WebApplication app, NpgsqlDataSource database, bool hasDemonstration)
    {
        var accounts = hasDemonstration ? AccountsAsync(database).GetAwaiter().GetResult() : "";
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var address in app.Urls) Console.WriteLine(Text.Of("demonstration.started", ("address", address)));
            Console.Write(accounts);
        });
    }

    // From the database: a module that has gone leaves its people behind.
    private static async Task<string> AccountsAsync(NpgsqlDataSource database)
    {
        var district = District.Read();
        Post[] posts =
        [
            .. district.BureauStaff, district.TownOfficer, district.Applicant,
            .. district.DepartmentStaff.Select(p => p with { Account = "-" + p.Account }),
        ];
        var rows = new List<string[]> { Columns.Select(c => Text.Of("demonstration.column." + c)).ToArray() };
        await using var command = database.CreateCommand(
            "select user_name, display_name, organisation from oneseal.accounts where region = $1 order by organisation_code, user_name");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Region });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var account = reader.GetString(0);
            var post = posts.FirstOrDefault(p => p.Account == account)
                ?? posts.FirstOrDefault(p => p.Account[0] == '-' && account.EndsWith(p.Account, StringComparison.Ordinal));
            if (post is not null) rows.Add([account, reader.GetString(1), post.Position, reader.GetString(2)]);
        }

        var widths = Enumerable.Range(0, 3).Select(column => rows.Max(r => Width(r[column])) + 2).ToArray();
        return Text.Of("demonstration.accounts", ("password", DemonstrationDistrict.Password)) + "\n"
            + string.Concat(
                rows.Select(r => "  " + string.Concat(widths.Select((w, c) => r[c] + new string(' ', w - Width(r[c])))) + r[3] + "\n"));
    }

    // On a terminal a Chinese character is as wide as two letters.
    private static int Width(string text) => text.Sum(c => c < 0x2E80 ? 1 : 2);
}

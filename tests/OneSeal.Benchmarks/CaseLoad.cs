using System.Globalization;
using NpgsqlTypes;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;

namespace OneSeal.Benchmarks;

/// <summary>
/// A bureau's cases of some years, as their rows would be: one in ten is open, and nine of ten of those are the bureau's; the others belong
/// to departments. The due days of what is in review lie around today, so that the sweep finds its 500.
/// </summary>
internal static class CaseLoad
{
    public const string Bureau = "11370390MB1A0001XP";

    private static readonly DateOnly First = new(2023, 1, 19);

    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly CaseStage[] Open = [CaseStage.Filed, CaseStage.InReview, CaseStage.InReview, CaseStage.Decided, CaseStage.Sealed];

    public static async Task FillAsync(BenchmarkDatabase database, int cases)
    {
        await database.ExecuteAsync("truncate oneseal.cases, oneseal.tasks");
        await using (var connection = await database.Source.OpenConnectionAsync())
        {
            await using (var import = await connection.BeginBinaryImportAsync(
                """
                copy oneseal.cases (region, id, number, item, item_name, module, owner, owner_name, supervisor, applicant, applicant_id, drafted_by, stage, received_on,
                  respond_by, accepted_on, due, promised_due, suspended, decided_on, granted, regime) from stdin (format binary)
                """))
            {
                for (var i = 0; i < cases; i++)
                {
                    var c = Of(i);
                    object?[] row =
                    [
                        Dossier.Region, c.Id, c.Number, c.Item, c.ItemName, "health", c.Owner, c.OwnerName, c.Owner, c.Applicant, c.ApplicantId, Guid.Empty,
                        c.Stage.ToString(), c.ReceivedOn, c.Stage == CaseStage.Filed ? c.Due : null, c.ReceivedOn, c.Stage == CaseStage.InReview ? c.Due : null,
                        c.Stage == CaseStage.InReview ? c.Due.AddDays(-5) : null, false, null, null, "bySignature",
                    ];
                    await import.StartRowAsync();
                    foreach (var value in row) await WriteAsync(import, value);
                }

                await import.CompleteAsync();
            }

            await using (var import = await connection.BeginBinaryImportAsync(
                "copy oneseal.tasks (region, stream, key, owner, role, title, number, item_name, party, due, since) from stdin (format binary)"))
            {
                for (var i = 0; i < cases; i++)
                {
                    var c = Of(i);
                    var (key, role, title) = c.Stage switch
                    {
                        CaseStage.Filed => ("accept", Role.Window, "受理"),
                        CaseStage.InReview => ("step:site-survey", Role.Reviewer, "现场踏勘"),
                        CaseStage.Decided => ("seal", Role.SealKeeper, "用印"),
                        CaseStage.Sealed => ("deliver", Role.Window, "送达"),
                        _ => default,
                    };
                    if (key is null) continue;
                    object?[] row = [Dossier.Region, "case:" + c.Id, key, c.Owner, role.ToString(), title, c.Number, c.ItemName, c.Applicant, c.Due, c.ReceivedOn];
                    await import.StartRowAsync();
                    foreach (var value in row) await WriteAsync(import, value);
                }

                await import.CompleteAsync();
            }
        }

        await database.ExecuteAsync("vacuum (analyze) oneseal.cases");
        await database.ExecuteAsync("vacuum (analyze) oneseal.tasks");
    }

    private static Row Of(int i)
    {
        // Scattered by a multiplication, so that neighbours in the table are no neighbours in an index, and the same in every run.
        var scattered = (int)((uint)i * 2654435761 >> 8);
        var stage = scattered % 10 == 0 ? Open[scattered / 10 % Open.Length] : CaseStage.Archived;
        var department = scattered / 100 % 10 == 0;
        var due = Today.AddDays((scattered / 1000 % 40) - 10);
        return new Row(
            CaseId.Make(2023 + (i / 400_000), i % 400_000), $"临审{i:D9}", $"00012500{scattered % 300:D4}", "食品经营许可",
            department ? $"11370305{scattered / 1000 % 20:D9}Y" : Bureau, department ? "锦源区卫生健康局" : "锦源区行政审批服务局",
            $"示例餐馆{i}", $"92370305{i:D9}B", stage, stage == CaseStage.Archived ? First.AddDays(scattered % 1200) : due.AddDays(-25), due);
    }

    private static Task WriteAsync(Npgsql.NpgsqlBinaryImporter import, object? value) => value switch
    {
        null => import.WriteNullAsync(),
        DateOnly day => import.WriteAsync(day, NpgsqlDbType.Date),
        Guid id => import.WriteAsync(id, NpgsqlDbType.Uuid),
        bool flag => import.WriteAsync(flag, NpgsqlDbType.Boolean),
        _ => import.WriteAsync(Convert.ToString(value, CultureInfo.InvariantCulture)!, NpgsqlDbType.Text),
    };

    private sealed record Row(
        string Id, string Number, string Item, string ItemName, string Owner, string OwnerName, string Applicant, string ApplicantId, CaseStage Stage,
        DateOnly ReceivedOn, DateOnly Due);
}

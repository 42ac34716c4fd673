using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Documents;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Cases;

/// <summary>
/// 办件进度查询 without an account: by the number on the voucher and the last four characters of the applicant's number. It tells how far the
/// case has come and nothing private; a wrong number and a wrong end get the same answer.
/// </summary>
internal static class ShowProgress
{
    private const int EndLength = 4;

    /// <param name="Applicant">Masked.</param>
    /// <param name="Missing">What the applicant is to bring, while he is waited for.</param>
    /// <param name="Suspended">Whether the clock stands still.</param>
    /// <param name="Granted">Null until the decision carries its seal.</param>
    public sealed record CaseProgress(
        string Number, string Item, string ItemName, string Applicant, Organisation Owner, CaseStage Stage, string StageName, DateOnly ReceivedOn,
        DateOnly? RespondBy, DateOnly? AcceptedOn, DateOnly? Due, DateOnly? PromisedDue, bool Suspended,
        IReadOnlyList<MissingMaterial> Missing, IReadOnlyList<ProgressStep> Steps, DateOnly? DecidedOn, bool? Granted, DateOnly? DeliveredOn);

    public sealed record ProgressStep(string Name, DateOnly? OpenedOn, DateOnly? CompletedOn);

    public static void MapShowProgress(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/progress", async (
            string number, string identifierEnd, string? region, HttpContext http, RequestRegion regions, ProgressQueue queue,
            NpgsqlDataSource database, EventJournal journal, CancellationToken cancellationToken) =>
        {
            var typed = number.Trim().ToUpperInvariant();
            queue.Take(typed, http.Connection.RemoteIpAddress?.ToString() ?? "");
            var of = await regions.OfAsync(region, cancellationToken);
            var id = await FindAsync(database, of, typed, identifierEnd.Trim(), cancellationToken)
                ?? throw Refusal.NotFound("progress-unknown", ("number", number));
            return ProgressOf((await journal.LoadAsync(Case.Kind, Case.Kind.Stream(of, id), cancellationToken)).State);
        })
        .Anyone();

    public static CaseProgress ProgressOf(Case @case)
    {
        var isSealed = @case.DecisionDocument is { IsSealed: true };
        return new CaseProgress(
            @case.Number!, @case.Item, @case.ItemName, MaskedName.Of(@case.Application!.Applicant.Name), @case.Owner, @case.Stage,
            Text.Of("case.stage." + @case.Stage), @case.ReceivedOn!.Value, @case.RespondBy, @case.AcceptedOn, @case.Statutory?.Due,
            @case.Promised?.Due, @case.Steps.Exists(s => s.Suspension is not null),
            @case.Stage == CaseStage.AwaitingSupplement ? @case.Missing : [],
            [.. @case.Steps.Select(s => new ProgressStep(@case.Definition(s.Key).Name, s.OpenedOn, s.CompletedOn))],
            isSealed ? @case.Decision!.On : null, isSealed ? @case.Decision!.Granted : null, @case.DeliveredOn);
    }

    private static async Task<string?> FindAsync(
        NpgsqlDataSource database, string region, string number, string end, CancellationToken cancellationToken)
    {
        if (end.Length != EndLength) throw new Refusal("identifier-end-malformed") { Status = StatusCodes.Status400BadRequest, Field = "identifierEnd" };
        await using var command = database.CreateCommand(
            "select id from oneseal.cases where region = $1 and number = $2 and right(applicant_id, $4) = upper($3)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = end });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = EndLength });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }
}

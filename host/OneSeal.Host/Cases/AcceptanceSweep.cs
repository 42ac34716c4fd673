using Npgsql;

namespace OneSeal.Host.Cases;

/// <summary>Looks for applications that nobody answered within five working days, and lets the law accept them.</summary>
internal sealed class AcceptanceSweep(NpgsqlDataSource database, CaseCommands cases, TimeProvider time, ILogger<AcceptanceSweep> log)
    : CaseSweep(database, cases, time, log)
{
    protected override string Concerned =>
        "select id from oneseal.cases where region = $1 and stage = 'Filed' and respond_by < $2 order by respond_by, id limit 500";

    protected override CaseCommands.Rule Rule => DeemAccepted.Decide;
}

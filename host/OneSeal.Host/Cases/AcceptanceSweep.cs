using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Cases;

/// <summary>Looks for applications that nobody answered within five working days, and lets the law accept them.</summary>
internal sealed class AcceptanceSweep(
    NpgsqlDataSource database, CaseCommands cases, TimeProvider time, ILogger<AcceptanceSweep> log, Workers? workers = null)
    : CaseSweep(database, cases, time, log, workers?.Of("acceptance"))
{
    protected override string Concerned =>
        "select id from oneseal.cases where region = $1 and stage = 'Filed' and respond_by < $2 order by respond_by, id limit 500";

    protected override CaseCommands.Rule Rule => DeemAccepted.Decide;
}

using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Cases;

/// <summary>Looks for opinions that did not come in time and without which the memorandum lets the case go on.</summary>
internal sealed class SupportSweep(
    NpgsqlDataSource database, CaseCommands cases, TimeProvider time, ILogger<SupportSweep> log, Workers? workers = null)
    : CaseSweep(database, cases, time, log, workers?.Of("support"))
{
    protected override string Concerned =>
        "select id from oneseal.cases where region = $1 and opinion_due < $2 order by opinion_due, id limit 500";

    protected override CaseCommands.Rule Rule => PassOverSteps.Decide;
}

using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Documents;

/// <summary>
/// 行政许可决定公开 (行政许可法 40): what everybody may read of a decision once it carries the seal. An organisation is named in full, as the
/// double publicity of licences has it; a natural person only by the mask, and never by his number.
/// </summary>
internal static class PublishedDecision
{
    public static IEnumerable<NpgsqlBatchCommand> RowsOf(StreamName stream, Case? before, Case after)
    {
        if (after.DecisionDocument is not { IsSealed: true } document || before?.DecisionDocument is { IsSealed: true }) yield break;
        var (decision, applicant) = (after.Decision!, after.Application!.Applicant);
        var isPerson = applicant.Kind == ApplicantKind.Person;
        yield return JournalSql.Statement(
            """
            insert into oneseal.decisions (region, number, display_number, kind, item, item_name, holder, holder_id, granted, organ,
              decided_on, licence, licence_name, valid_from, valid_until)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            on conflict (region, number) do nothing
            """,
            stream.Region, document.Number.ToString(), document.DisplayNumber, document.Kind.ToString(), after.Item, after.ItemName,
            isPerson ? MaskedName.Of(applicant.Name) : applicant.Name, (isPerson ? null : applicant.Identifier).OrNull(), decision.Granted,
            document.IssuingOrganisation, decision.On, (decision.Licence?.Identifier).OrNull(), (decision.Licence?.Name).OrNull(),
            (decision.Licence?.ValidFrom).OrNull(), (decision.Licence?.ValidUntil).OrNull());
    }
}

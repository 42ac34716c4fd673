using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Licences;

/// <summary>The row by which lists, the verification and the sweep find a licence.</summary>
internal static class LicenceRows
{
    public static NpgsqlBatchCommand Of(StreamName stream, Licence licence) => JournalSql.Statement(
        """
        insert into oneseal.licences (region, identifier, name, holder, holder_id, item, item_name, case_id, issuer, issuer_name, supervisor,
          state, valid_from, valid_until, suspended_until, renewal, stands_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        on conflict (region, identifier) do update set state = excluded.state, holder = excluded.holder, valid_until = excluded.valid_until,
          suspended_until = excluded.suspended_until, renewal = excluded.renewal, stands_until = excluded.stands_until
        """,
        stream.Region, stream.Id, licence.Name, licence.Holder, licence.HolderIdentifier, licence.Item, licence.ItemName, licence.CaseId,
        licence.Issuer.Code, licence.Issuer.Name, licence.Supervisor.Code, licence.State.ToString(), licence.ValidFrom,
        licence.ValidUntil.OrNull(), licence.SuspendedUntil.OrNull(), (licence.Renewal?.CaseId).OrNull(), licence.StandsUntil.OrNull());
}

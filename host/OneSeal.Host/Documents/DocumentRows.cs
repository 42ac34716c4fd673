using System.Collections.Immutable;
using Npgsql;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Documents;

/// <summary>The rows by which a document is found, whatever kind of stream holds it.</summary>
internal static class DocumentRows
{
    public static IEnumerable<NpgsqlBatchCommand> Of(
        StreamName stream, ImmutableList<NoticeContent> before, ImmutableList<NoticeContent> now) =>
        now.Except(before).Select(notice => JournalSql.Statement(
            """
            insert into oneseal.documents (region, number, stream, kind, issued_on, sealed) values ($1, $2, $3, $4, $5, $6)
            on conflict (region, number) do update set sealed = excluded.sealed
            """,
            stream.Region, notice.Number.ToString(), stream.Name, notice.Kind.ToString(), notice.IssuedOn, notice.IsSealed));
}

using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Seals;

/// <summary>用印登记: one sealing of one document, whatever kind of stream holds it.</summary>
internal static class Sealing
{
    /// <summary>Takes the seal and enters it in the ledger; a seal that is locked meanwhile seals nothing any more.</summary>
    public static async Task<Seal> TakeAsync(
        JournalWork work, string id, string document, StreamName stream, CancellationToken cancellationToken)
    {
        var seal = await work.LoadAsync(Seal.Kind, id, cancellationToken);
        if (!seal.Exists) throw new Refusal("seal-unknown", ("id", id)) { Field = "seal" };
        work.Require(seal);
        work.Also(JournalSql.Statement(
            "insert into oneseal.sealings (region, document, seal, stream, by_name, at) values ($1, $2, $3, $4, $5, $6)",
            work.Context.Region, document, id, stream.Name, work.Context.Actor.Name, work.Context.At));
        return seal.State;
    }
}

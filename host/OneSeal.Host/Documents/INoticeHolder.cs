using System.Collections.Immutable;
using OneSeal.Host.Access;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>What holds numbered documents: a case, or a department's request.</summary>
internal interface INoticeHolder
{
    ImmutableList<NoticeContent> Notices { get; }

    /// <param name="actor">Who asks.</param>
    /// <param name="locality">Where.</param>
    /// <param name="notice">Which document; null for the whole file.</param>
    bool MaySee(Actor actor, Locality locality, NoticeContent? notice);
}

internal static class NoticeHolders
{
    extension(ImmutableList<NoticeContent> notices)
    {
        /// <summary>Since when the oldest paper waits for its seal; null when all carry it (行政许可法 32: none goes out without).</summary>
        public DateOnly? OldestUnsealed => notices.Where(n => !n.IsSealed).Select(n => (DateOnly?)n.IssuedOn).Min();

        /// <exception cref="Refusal"><c>document-unknown</c>, or <c>sealed-before</c>.</exception>
        public NoticeContent ToSeal(string number)
        {
            var notice = notices.Find(n => n.Number.ToString() == number)
                ?? throw new Refusal("document-unknown", ("document", number)) { Field = "document" };
            return notice.IsSealed ? throw Refusal.Conflict("sealed-before", ("document", notice.DisplayNumber)) : notice;
        }

        public ImmutableList<NoticeContent> WithSeal(string number, SealImprint imprint) =>
            [.. notices.Select(n => n.Number.ToString() == number ? n with { Seal = imprint } : n)];
    }
}

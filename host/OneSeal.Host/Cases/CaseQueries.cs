namespace OneSeal.Host.Cases;

/// <summary>The questions that are asked all day: each is one range of an index, however many cases there are.</summary>
internal static class CaseQueries
{
    /// <summary>The cases in review whose statutory day has come by a day ($2), after a key ($3, $4); read from the index alone.</summary>
    public const string DueBy =
        """
        select id, due, promised_due, item
        from oneseal.cases where region = $1 and stage = 'InReview' and due <= $2 and (due, id) > ($3, $4)
        order by due, id limit $5
        """;

    /// <summary>The same for one organisation's ($6) cases.</summary>
    public static string DueByOfOwner { get; } = DueBy.Replace("order by", "and owner = $6 order by", StringComparison.Ordinal);
}

namespace OneSeal.Host.Cases;

/// <summary>The questions that are asked all day: each is one range of an index, however many cases there are.</summary>
internal static class CaseQueries
{
    /// <summary>What the holders of a role in an organisation have to do, the most urgent first. One row more than a page holds, to tell whether there is another.</summary>
    public const string TasksOfRole =
        """
        select case_id, key, title, number, item_name, applicant, due, since
        from oneseal.tasks where region = $1 and owner = $2 and role = $3
        order by due, case_id, key limit 51
        """;

    /// <summary>The cases in review whose statutory day has come by a day; read from the index alone.</summary>
    public const string DueBy =
        """
        select id, due, promised_due, item
        from oneseal.cases where region = $1 and stage = 'InReview' and due <= $2
        order by due, id limit 500
        """;
}

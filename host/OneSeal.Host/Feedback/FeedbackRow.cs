namespace OneSeal.Host.Feedback;

/// <summary>A feedback as lists show it.</summary>
/// <param name="Adverse">Whether it still speaks against the holder, as far as its state says; see <see cref="IsAdverseOn"/>.</param>
/// <param name="Late">Whether it was reported after the department's time to report was over.</param>
internal sealed record FeedbackRow(
    string Id, FeedbackKind Kind, FeedbackState State, bool Adverse, string Organisation, string OrganisationName, string? Licence,
    string? Holder, string? HolderId, string? Item, string? ItemName, DateOnly HappenedOn, DateOnly? CountsUntil,
    DateTimeOffset ReportedAt, bool Late, FeedbackContent Content)
{
    public const string Columns =
        """
        id, kind, state, adverse, organisation, organisation_name, licence, holder, holder_id, item, item_name, happened_on, counts_until,
        reported_at, late, content
        """;

    public bool CountsOn(DateOnly day) => State != FeedbackState.Retracted && !(CountsUntil < day);

    public bool IsAdverseOn(DateOnly day) => Adverse && CountsOn(day);

    /// <summary>What speaks against the holder today first, then the newest.</summary>
    public static IReadOnlyList<FeedbackRow> Ordered(IEnumerable<FeedbackRow> rows, DateOnly today) =>
        [.. rows.OrderByDescending(r => r.IsAdverseOn(today)).ThenByDescending(r => r.HappenedOn)
            .ThenByDescending(r => r.Id, StringComparer.Ordinal)];
}

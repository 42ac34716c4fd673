namespace OneSeal.Host.Documents;

/// <summary>What the public page has to say about a number somebody scanned or typed.</summary>
internal abstract record Verification
{
    private Verification()
    {
    }

    /// <remarks>Anybody can open the page: of the applicant it shows only enough to compare with the paper in hand.</remarks>
    internal sealed record Found(NoticeContent Content, DocumentState State) : Verification;

    internal sealed record NotFound(DocumentNumber Number) : Verification;

    /// <param name="Entered">What was entered, as it came.</param>
    /// <param name="Advice">What is wrong with it: the message of the refusal of <see cref="DocumentNumber.Parse"/>.</param>
    internal sealed record Malformed(string Entered, string Advice) : Verification;
}

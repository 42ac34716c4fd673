namespace OneSeal.Host.Requests;

/// <summary>What somebody wrote, as a part of a sentence that has its full stop already.</summary>
internal static class Clauses
{
    public static string Of(string written) => written.Trim().TrimEnd('。', '；', '.');
}

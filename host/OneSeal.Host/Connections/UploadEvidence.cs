using OneSeal.Host.Api;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Connections;

/// <summary>上传附件: a file of a department's system, which its feedback and requests then name as their evidence.</summary>
internal static class UploadEvidence
{
    public const string Type = "cn.oneseal.linkage.attachment.v1";

    /// <param name="Content">The file, in base64.</param>
    public sealed record Request(string Name, byte[] Content);

    public sealed record Answer(string Id, string Name, string MediaType, int Size) : IVersioned
    {
        /// <summary>A file has one version: other bytes are another file.</summary>
        public int Version => 1;
    }

    public static async Task<IVersioned> RunAsync(
        JournalWork work, Attachments attachments, Request request, CancellationToken cancellationToken)
    {
        var stored = await attachments.StoreAsync(work.Context.Actor, request.Name, request.Content, cancellationToken);
        return new Answer(stored.Id, stored.Name, stored.MediaType, stored.Size);
    }
}

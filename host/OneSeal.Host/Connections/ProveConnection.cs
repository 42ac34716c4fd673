using System.Text.Json;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Connections;

/// <summary>联通测试: the event with which a department's system shows that it can sign, and changes nothing.</summary>
internal static class ProveConnection
{
    public const string Type = "cn.oneseal.linkage.ping.v1";

    public sealed record Answer(int Version, string Organisation, DateTimeOffset At) : IVersioned;

    public static async Task<IVersioned> HandleAsync(
        JournalWork work, string subject, JsonElement data, CancellationToken cancellationToken)
    {
        var organisation = work.Context.Actor.Organisation;
        var stream = await work.LoadAsync(Connection.Kind, organisation.Code, cancellationToken);
        return new Answer(work.Append(stream, new ConnectionEvent.Proved(subject)).Version, organisation.Name, work.Context.At);
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace OneSeal.Host.Live;

/// <summary>Who is connected to this host, so that a line can be cut when its person's account changes: whoever may still come, connects anew.</summary>
internal sealed class LiveConnections
{
    private readonly ConcurrentDictionary<string, (Guid Person, HubCallerContext Line)> _lines = new(StringComparer.Ordinal);

    public void Add(Guid person, HubCallerContext line) => _lines[line.ConnectionId] = (person, line);

    public void Remove(HubCallerContext line) => _lines.TryRemove(line.ConnectionId, out _);

    public void CutOf(Guid person)
    {
        foreach (var (whose, line) in _lines.Values)
        {
            if (whose == person) line.Abort();
        }
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What the host said it had done: an event of a stream, which stands at this version or before.</summary>
internal sealed record Promise(string Stream, string Event, int Version);

/// <summary>
/// People who take one case after another from the window to the licence, and go on whatever becomes of the host: a command that was not
/// answered is sent again under its key to whichever host is there by then. They signed in once.
/// </summary>
internal sealed class RestlessOffice(Caller window, Caller officer, Caller reviewer, Caller decider, Caller keeper)
    : IDisposable
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(30);

    // Another's step must be done first, or the module was faster by a moment.
    private static readonly string[] NotYet = ["step-not-open", "version-conflict"];

    private volatile Uri _address = new("http://127.0.0.1:1");
    private readonly CancellationTokenSource _end = new();
    private volatile bool _closing;
    private int _unanswered;
    private int _finished;

    public ConcurrentQueue<Promise> Promises { get; } = new();

    /// <summary>How many commands were under way when the host died.</summary>
    public int Unanswered => _unanswered;

    /// <summary>How many cases came to their licence.</summary>
    public int Finished => _finished;

    public void TurnTo(RunningHost host) => _address = host.Address;

    /// <summary>Cases that were begun are finished; no further ones are.</summary>
    public void Close() => _closing = true;

    /// <summary>Nobody goes on, whatever they were at: there will be no further host.</summary>
    public void Dispose()
    {
        Close();
        _end.Cancel();
    }

    public async Task HandleCasesAsync(int clerk)
    {
        for (var n = 1; !_closing; n++) await HandleCaseAsync($"{clerk}-{n}");
    }

    public async Task ClaimAsync()
    {
        while (!_closing)
        {
            foreach (var push in await WaitingAsync())
            {
                var claimed = await SendAsync(
                    officer, $"/api/pushes/{push}/claim", new { office = "公共卫生监督科" }, "claim-" + push, ["claimed-before"]);
                if (claimed.Status == 200) Keep("push:" + push, "push-claimed", claimed);
            }

            await Task.Delay(Breath, _end.Token);
        }
    }

    private async Task HandleCaseAsync(string key)
    {
        var id = (await SendAsync(window, "/api/cases", Hygiene.Draft(), key + ":draft", []))["id"];
        await DoAsync(window, "file", "case-filed", new { });
        await DoAsync(window, "accept", "case-accepted", new { });
        await DoAsync(
            officer, "steps/site-survey/complete", "case-step-completed",
            new { passed = true, opinion = "符合要求。", document = $"锦卫审意〔2026〕{key}号" });
        await DoAsync(reviewer, "steps/review/complete", "case-step-completed", new { passed = true, opinion = "符合条件。" });
        var decided = await DoAsync(decider, "decide", "case-decided", new { granted = true });
        var document = decided.Json.GetProperty("documents").EnumerateArray()
            .Single(d => d.GetProperty("kind").GetString() == "grant").GetProperty("number").GetString();
        await DoAsync(keeper, "seal", "case-document-sealed", new { document, seal = "approval" });
        await DoAsync(window, "issue", "case-licence-issued", new { });
        Interlocked.Increment(ref _finished);

        async Task<Answer> DoAsync(Caller who, string command, string happens, object body)
        {
            while (true)
            {
                var answer = await SendAsync(who, $"/api/cases/{id}/{command}", body, $"{key}:{command}", NotYet);
                if (answer.Status == 200) return Keep("case:" + id, happens, answer);
                await Task.Delay(Breath, _end.Token);
            }
        }
    }

    private async Task<IEnumerable<string>> WaitingAsync()
    {
        try
        {
            var waiting = await officer.GetAsync(new Uri(_address, "/api/pushes?state=waiting").AbsoluteUri);
            return [.. waiting.Succeeded().Json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }

    /// <summary>Until there is an answer; a refusal counts as one only if it is expected.</summary>
    private async Task<Answer> SendAsync(Caller who, string path, object body, string key, string[] expected)
    {
        while (true)
        {
            try
            {
                var answer = await who.PostAsync(new Uri(_address, path).AbsoluteUri, body, key);
                return answer.Status >= 400 && answer.Status < 500 && expected.Contains(answer.Code) ? answer : answer.Succeeded();
            }
            catch (HttpRequestException e)
            {
                // Nobody there is no command under way.
                if (e.HttpRequestError != HttpRequestError.ConnectionError) Interlocked.Increment(ref _unanswered);
                await Task.Delay(Breath, _end.Token);
            }
        }
    }

    private Answer Keep(string stream, string happened, Answer answer)
    {
        Promises.Enqueue(new Promise(stream, happened, int.Parse(answer["version"], CultureInfo.InvariantCulture)));
        return answer;
    }
}

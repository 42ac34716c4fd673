using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Api;

/// <summary>
/// What every command that comes over HTTP shares: who asks, when, under which idempotency key (<c>Idempotency-Key</c>), having seen which
/// version (<c>If-Match</c>); and the answer's version as its <c>ETag</c>.
/// </summary>
internal sealed class CommandEdge(IHttpContextAccessor http, EventJournal journal, TimeProvider time)
{
    private const int LongestKey = 100;

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Runs a command whose first loaded stream is the one the caller saw, if he says which version he saw.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="request">What the idempotency key stands for.</param>
    /// <param name="command">Loads, decides and appends.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <param name="then">What is done after the commit, and may be done again; a repetition of the command does it again.</param>
    public async Task<Ok<TAnswer>> RunAsync<TAnswer>(
        Actor actor, object request,
        Func<JournalWork, Task<TAnswer>> command, CancellationToken cancellationToken, Func<TAnswer, Task<TAnswer>>? then = null)
        where TAnswer : class, IVersioned
    {
        RequestLimits.Check(request);
        var answer = await journal.ExecuteOnLatestAsync(() => ContextOf(actor, request), command, cancellationToken);
        if (then is not null) answer = await then(answer);
        Http.Response.Headers.ETag = Versions.ETag(answer.Version);
        return TypedResults.Ok(answer);
    }

    /// <summary>Runs a command on one stream: loads it, asks the rule, appends what the rule says.</summary>
    public Task<Ok<TAnswer>> ChangeAsync<TState, TEvent, TAnswer>(
        Actor actor,
        StreamKind<TState, TEvent> kind,
        string id,
        object request,
        Func<TState, CommandContext, IEnumerable<TEvent>> rule,
        Func<LoadedStream<TState, TEvent>, TAnswer> answer,
        string notFound,
        CancellationToken cancellationToken)
        where TState : class where TEvent : class where TAnswer : class, IVersioned =>
        RunAsync(
            actor,
            request,
            async work =>
            {
                var stream = await work.LoadAsync(kind, id, cancellationToken);
                if (!stream.Exists) throw Refusal.NotFound(notFound, ("id", id));
                return answer(work.Append(stream, rule(stream.State, work.Context)));
            },
            cancellationToken);

    private CommandContext ContextOf(Actor actor, object request)
    {
        var headers = Http.Request.Headers;
        var key = headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey)
            throw new Refusal("idempotency-key-too-long", ("longest", LongestKey)) { Status = 400, Field = "Idempotency-Key" };
        return new CommandContext(actor, Now)
        {
            // One person's keys are not another's.
            IdempotencyKey = key.Length == 0 ? null : $"{actor.Id:N}:{key}",
            Fingerprint = key.Length == 0
                ? []
                : SHA256.HashData(Encoding.UTF8.GetBytes($"{Http.Request.Method} {Http.Request.Path}\n{JournalJson.Write(request)}")),
            ExpectedVersion = Versions.FromIfMatch(headers.IfMatch.ToString()),
        };
    }
}

/// <summary>An answer that tells the version of what it is about.</summary>
internal interface IVersioned
{
    int Version { get; }
}

/// <summary>A stream's version as an entity tag.</summary>
internal static class Versions
{
    public static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static int? FromIfMatch(string header) => header switch
    {
        "" or "*" => null,
        _ when int.TryParse(header.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) => version,
        _ => throw new Refusal("version-malformed") { Status = 400, Field = "If-Match" },
    };
}

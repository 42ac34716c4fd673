using System.Text.Json;
using OneSeal.Host.Api;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Connections;

/// <summary>
/// Carries out what a department's system says, as its organisation's officer would; the actor stands in the work's context.
/// </summary>
/// <param name="work">The command it becomes.</param>
/// <param name="subject">What it is about: the CloudEvent's <c>subject</c>.</param>
/// <param name="data">The CloudEvent's <c>data</c>; an empty object where it had none.</param>
/// <param name="cancellationToken">The caller has gone.</param>
internal delegate Task<IVersioned> CallbackHandler(JournalWork work, string subject, JsonElement data, CancellationToken cancellationToken);

/// <summary>The events that departments' systems may send, by their CloudEvents <c>type</c>.</summary>
internal sealed class CallbackHandlers() : Dictionary<string, CallbackHandler>(StringComparer.Ordinal);

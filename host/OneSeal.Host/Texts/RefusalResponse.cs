using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using OneSeal.Host.Oversight;

namespace OneSeal.Host.Texts;

/// <summary>
/// Every no of the API in one form, problem details (RFC 9457) with a Chinese text: a refusal as it was thrown, a request that cannot
/// be read with the field at fault, and any other exception as an internal fault that tells the caller nothing but its trace.
/// </summary>
/// <remarks>
/// Only the framework's own exception means "the request cannot be read". A <see cref="JsonException"/> from anywhere else comes from
/// data of ours, so it is our fault, not the caller's.
/// </remarks>
internal sealed partial class RefusalResponse(ILogger<RefusalResponse> log) : IExceptionHandler
{
    public const string MediaType = "application/problem+json";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var refusal = exception switch
        {
            Refusal thrown => thrown,
            BadHttpRequestException unreadable => OfStatus(unreadable.StatusCode, FieldAtFault(unreadable)),
            // Only a caller's text holds what the database cannot: a search for a NUL, say.
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => OfStatus(StatusCodes.Status400BadRequest),
            _ => OfStatus(StatusCodes.Status500InternalServerError),
        };
        if (refusal.Status >= StatusCodes.Status500InternalServerError)
            log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
        await WriteAsync(httpContext, refusal);
        return true;
    }

    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        if (context.RequestServices.GetService<RefusedAttempts>() is { } attempts) await attempts.RecordAsync(context, refusal);
        context.Response.StatusCode = refusal.Status;
        await context.Response.WriteAsJsonAsync(Problem(context, refusal), options: null, MediaType, context.RequestAborted);
    }

    /// <summary>
    /// The framework answers some requests with a bare status (unknown address, wrong method, body too large): says it in our form.
    /// </summary>
    public static Task WriteBareStatusAsync(StatusCodeContext bare) =>
        bare.HttpContext.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? WriteAsync(bare.HttpContext, OfStatus(bare.HttpContext.Response.StatusCode))
            : Task.CompletedTask;

    private static ProblemDetails Problem(HttpContext context, Refusal refusal)
    {
        var problem = new ProblemDetails
        {
            // The domain is reserved never to resolve (RFC 2606): the type is a name, not a page.
            Type = "https://oneseal.invalid/refusals/" + refusal.Code,
            Title = Text.Of("problem." + TitleOf(refusal.Status)),
            Status = refusal.Status,
            Detail = refusal.Message,
            Extensions = { ["code"] = refusal.Code, ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier },
        };
        if (refusal.Field is not null) problem.Extensions["field"] = refusal.Field;
        foreach (var (name, value) in refusal.Details) problem.Extensions.TryAdd(name, value);
        return problem;
    }

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "not-signed-in",
        StatusCodes.Status403Forbidden => "not-allowed",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status422UnprocessableEntity => "refused",
        >= 500 => "fault",
        _ => "request",
    };

    private static Refusal OfStatus(int status, string? field = null) => status switch
    {
        StatusCodes.Status404NotFound => Refusal.NotFound("address-unknown"),
        StatusCodes.Status405MethodNotAllowed => new("method-not-allowed") { Status = status },
        StatusCodes.Status413PayloadTooLarge => new("request-too-large") { Status = status },
        StatusCodes.Status415UnsupportedMediaType => new("request-not-json") { Status = status },
        >= 500 => new("internal-fault") { Status = status },
        _ => new("request-malformed", ("where", field is null ? "" : Text.Of("request-malformed.where", ("field", field))))
        {
            Status = status,
            Field = field,
        },
    };

    private static string? FieldAtFault(BadHttpRequestException exception)
    {
        if (exception.InnerException is not JsonException json)
        {
            var parameter = ParameterAtFault().Match(exception.Message);
            return parameter.Success ? parameter.Groups["name"].Value : null;
        }

        var path = json.Path is null or "$" ? "" : json.Path.StartsWith("$.", StringComparison.Ordinal) ? json.Path[2..] : json.Path[1..];
        var missing = MissingMember().Match(json.Message);
        if (missing.Success) path = path.Length == 0 ? missing.Groups["name"].Value : $"{path}.{missing.Groups["name"].Value}";
        return path.Length == 0 ? null : path;
    }

    // The framework gives these names in its messages only. Should a message change, an answer loses its field, and a test says so.
    [GeneratedRegex("""^(?:Failed to bind parameter|Required parameter) "(?:[^"]* )?(?<name>\w+)" (?!was not provided from body)""")]
    private static partial Regex ParameterAtFault();

    [GeneratedRegex("missing required properties including: '(?<name>[^']+)'")]
    private static partial Regex MissingMember();
}

internal static class RefusalResponses
{
    public static IServiceCollection AddRefusals(this IServiceCollection services) => services
        .AddHttpJson()
        .AddExceptionHandler<RefusalResponse>()
        // Outside Development the framework would answer an unreadable request with a bare 400.
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    /// <summary>First in the pipeline, so that nothing answers in another form.</summary>
    public static IApplicationBuilder UseRefusals(this IApplicationBuilder app) => app
        .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask })
        .UseStatusCodePages(RefusalResponse.WriteBareStatusAsync);
}

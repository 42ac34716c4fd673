using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Npgsql;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>
/// Looks at the account at every request of somebody signed in, by cookie or by token: a lock, other roles, another organisation or another
/// password end what was given before, at once and at every host. One look by primary key costs less than the request's own.
/// </summary>
internal sealed class AccountStanding(RequestDelegate next, NpgsqlDataSource database, IOptions<IdentityOptions> options)
{
    private static readonly object OneTime = new();

    private sealed record Standing(string Stamp, bool IsLocked, bool MustChangePassword);

    /// <summary>Whether the caller's password is a one-time one that he has still to change.</summary>
    public static bool MustChangePassword(HttpContext context) => context.Items.ContainsKey(OneTime);

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && !await MayGoOnAsync(context)) return;
        await next(context);
    }

    private async Task<bool> MayGoOnAsync(HttpContext context)
    {
        var standing = await ReadAsync(context.User.FindFirstValue(ClaimTypes.NameIdentifier), context.RequestAborted);
        var stamp = context.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        if (standing is null or { IsLocked: true } || standing.Stamp != stamp)
        {
            context.User = Nobody();
            return true;
        }

        if (!standing.MustChangePassword) return true;
        context.Items[OneTime] = true;
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<OpenToOneTimePassword>() is not null) return true;
        if (endpoint is not RouteEndpoint || endpoint.Metadata.GetMetadata<AllowedRoles>() is { IsAnyone: true })
        {
            context.User = Nobody();
            return true;
        }

        await RefusalResponse.WriteAsync(context, new Refusal("password-must-change") { Status = StatusCodes.Status403Forbidden });
        return false;
    }

    private async Task<Standing?> ReadAsync(string? id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(id, out var account)) return null;
        await using var command = database.CreateCommand(
            "select coalesce(security_stamp, ''), locked_at is not null, must_change_password from oneseal.accounts where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new Standing(reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2))
            : null;
    }

    private static ClaimsPrincipal Nobody() => new(new ClaimsIdentity());
}

/// <summary>As metadata on an endpoint: it answers somebody who has still to change his one-time password.</summary>
internal sealed class OpenToOneTimePassword
{
    public static readonly OpenToOneTimePassword Mark = new();

    private OpenToOneTimePassword()
    {
    }
}

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Access;

/// <summary>
/// Who may call an endpoint, as metadata on it. Every endpoint carries exactly one; one that carries none is denied to everybody,
/// because a forgotten declaration must not open a door.
/// </summary>
internal sealed class AllowedRoles
{
    public static readonly AllowedRoles Anyone = new([]);

    private AllowedRoles(Role[] roles) => Roles = roles;

    /// <summary>In the order of the declaration, which decides in which role somebody who holds several acts.</summary>
    public IReadOnlyList<Role> Roles { get; }

    public bool IsAnyone => Roles.Count == 0;

    public static AllowedRoles Of(params Role[] roles) => roles.Length == 0 || roles.Contains(Role.System)
        ? throw new ArgumentException("Name the roles that may call. No account is the system; Anyone() opens to all.", nameof(roles))
        : new(roles);

    public Refusal Refuse() => new("not-allowed", ("roles", Roles.Select(r => r.InChinese())))
    {
        Status = StatusCodes.Status403Forbidden,
        Details = new Dictionary<string, object?> { ["allowedRoles"] = Roles },
    };

    /// <summary>The sentence in the endpoint's description.</summary>
    public string InChinese() => IsAnyone
        ? Text.Of("access.anyone")
        : Text.Of("access.allowed-roles", ("roles", Roles.Select(r => r.InChinese())));
}

internal static class AllowedRolesExtensions
{
    /// <summary>Opens the endpoint to people who hold one of the roles, and says so in the OpenAPI document.</summary>
    public static TBuilder RequireRoles<TBuilder>(this TBuilder endpoint, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var allowed = AllowedRoles.Of(roles);
        return endpoint
            .RequireAuthorization(policy => policy.RequireRole(allowed.Roles.Select(r => r.ToString())))
            .WithMetadata(allowed, MayAnswer(StatusCodes.Status401Unauthorized), MayAnswer(StatusCodes.Status403Forbidden));
    }

    /// <summary>Opens the endpoint to everybody, signed in or not.</summary>
    public static TBuilder Anyone<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(AllowedRoles.Anyone);

    /// <summary>
    /// The endpoints that do not say once who may call them: not at all, or twice, say on a group and on its endpoint, where the more
    /// open one would win. A test keeps the list empty.
    /// </summary>
    public static IReadOnlyList<RouteEndpoint> WithoutOneDeclaration(this EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetOrderedMetadata<AllowedRoles>().Count != 1)];

    private static ProducesResponseTypeMetadata MayAnswer(int status) => new(status, typeof(ProblemDetails), [RefusalResponse.MediaType]);
}

/// <summary>Writes who may call into the OpenAPI document: as a sentence, and as <c>x-allowed-roles</c> for programs.</summary>
internal sealed class AllowedRolesInOpenApi : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AllowedRoles>().LastOrDefault() is { } allowed)
        {
            operation.Description = string.IsNullOrEmpty(operation.Description)
                ? allowed.InChinese()
                : $"{operation.Description}\n\n{allowed.InChinese()}";
            JsonNode?[] roles = [.. allowed.Roles.Select(r => r.InJson())];
            operation.AddExtension("x-allowed-roles", new JsonNodeExtension(new JsonArray(roles)));
        }

        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OneSeal.Host.Access;

/// <summary>Accounts, signing in, and who may call what. Needs an <see cref="NpgsqlDataSource"/> among the services.</summary>
internal static class AccessSetup
{
    private const string BearerOrCookie = "BearerOrCookie";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddDbContext<AccountsContext>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddIdentityCore<StaffAccount>(ConfigureIdentity)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AccountsContext>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddSignInManager();

        services.AddSingleton<SignInQueue>();
        services.AddAuthentication(BearerOrCookie)
            .AddPolicyScheme(BearerOrCookie, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "oneseal";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                // A counter clerk who walks away is signed out; one who works is not.
                options.ExpireTimeSpan = TimeSpan.FromHours(2);
                options.SlidingExpiration = true;
                options.Events.OnValidatePrincipal = UnprovenRequest.CheckAsync;
            })
            .AddBearerToken(IdentityConstants.BearerScheme, options =>
            {
                options.BearerTokenExpiration = TimeSpan.FromMinutes(30);
                options.RefreshTokenExpiration = TimeSpan.FromHours(12);
            });

        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessDenied>();
        services.ConfigureAll<OpenApiOptions>(options => options.AddOperationTransformer<AllowedRolesInOpenApi>());

        // The name is part of every key's purpose: without it, hosts in different folders could not read each other's tokens.
        services.AddDataProtection().SetApplicationName("OneSeal");
        services.AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource>((options, database) => options.XmlRepository = new DatabaseKeys(database));
        return services;
    }

    /// <summary>By which of the two a request is signed in: the header goes before the cookie.</summary>
    public static string SchemeOf(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;

    /// <summary>
    /// After routing: who it is, then whether he still is, then whether he may. Said here and not left to the framework, which would put them before the refusals.
    /// </summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) =>
        app.UseAuthentication().UseMiddleware<AccountStanding>().UseAuthorization();

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapRefreshSignIn();
        routes.MapSignOut();
        routes.MapMe();
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        // GB/T 22239 asks for complexity and leaves open which: length does most, letters and digits are the floor.
        options.Password.RequiredLength = 10;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
    }
}

using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.FileProviders;
using OneSeal.Host.Access;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Web;

/// <summary>
/// 界面: the pages built from <c>host/web</c> lie beside the program in <c>wwwroot</c> and are served by it, the hall's under
/// <c>/hall</c>, the public's at every other address that is nothing else. Nothing is fetched from anywhere else.
/// </summary>
internal static class Interface
{
    // Styles are inline because the component library writes them at run time; scripts never are.
    private const string Policy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-src 'self' blob:; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly PathString Assets = "/assets";

    /// <summary>Addresses that are never a page: what is not found there is said in the API's own form.</summary>
    private static readonly PathString[] NoPages = ["/api", "/openapi", "/health", Assets];

    public static IServiceCollection AddInterface(this IServiceCollection services) => services
        .AddResponseCompression(options => options.MimeTypes = ["text/javascript", "text/css", "image/svg+xml"])
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);

    public static void UseInterface(this WebApplication app)
    {
        // Only what is no secret is compressed: an answer with somebody's data could be guessed at by its length.
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Assets), assets => assets.UseResponseCompression());
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => Describe(file.Context, file.Context.Request.Path.StartsWithSegments(Assets)),
        });
    }

    /// <summary>
    /// After routing and before anybody is asked who he is: what no endpoint answers is a page. Not an endpoint of its own, which would be found
    /// wherever another is not quite meant, by a request without a media type for instance.
    /// </summary>
    public static void UsePages(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint() is null && IsPage(context.Request) ? SendPageAsync(context, app.Environment.WebRootFileProvider) : next(context));

    // It may end in what looks like a file's name: the identifier of a licence has points.
    private static bool IsPage(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !Array.Exists(NoPages, p => request.Path.StartsWithSegments(p));

    private static Task SendPageAsync(HttpContext context, IFileProvider files)
    {
        var page = files.GetFileInfo(context.Request.Path.StartsWithSegments("/hall") ? "hall/index.html" : "index.html");
        Describe(context, false);
        context.Response.ContentType = "text/html; charset=utf-8";
        if (page.Exists) return context.Response.SendFileAsync(page);
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return context.Response.WriteAsync(Text.Of("web.not-built"));
    }

    private static void Describe(HttpContext context, bool hasItsContentInItsName)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = hasItsContentInItsName ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
    }
}

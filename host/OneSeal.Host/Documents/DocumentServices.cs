namespace OneSeal.Host.Documents;

internal static class DocumentServices
{
    /// <summary>
    /// One printer for the whole host, set up by the section <c>Documents:Pdf</c>; the container ends it and its browser.
    /// </summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Documents:Pdf").Get<PdfPrinterOptions>() ?? new PdfPrinterOptions();
        return services
            .AddSingleton(options)
            .AddSingleton<PdfPrinter>();
    }
}

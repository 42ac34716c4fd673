using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>
/// Prints pages to A4 PDF with one headless Chromium, which starts with the first page, stays, is replaced when it dies, and ends with
/// the printer: to start it for every page costs three seconds each.
/// </summary>
internal sealed class PdfPrinter : IAsyncDisposable
{
    private readonly string? browserPath;
    private readonly TimeSpan timeLimit;
    private readonly ILogger<PdfPrinter> logger;
    private readonly SemaphoreSlim places;
    private readonly SemaphoreSlim starting = new(1);
    private Chromium? chromium;
    private bool disposed;

    public PdfPrinter(PdfPrinterOptions options, ILogger<PdfPrinter> logger)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Concurrency, 1);
        browserPath = ChromiumPath.Find(options.Browser);
        timeLimit = options.TimeLimit;
        places = new SemaphoreSlim(options.Concurrency);
        this.logger = logger;
    }

    /// <summary>Whether this machine has a browser to print with.</summary>
    public bool IsAvailable => browserPath is not null;

    /// <summary>The browser that runs at the moment, if any; for whoever watches the machine.</summary>
    public int? ProcessId => chromium?.ProcessId;

    /// <exception cref="Refusal">
    /// <c>pdf-unavailable</c> where there is no browser; <c>pdf-failed</c> when it took too long, failed, or died twice over this page.
    /// Both 503.
    /// </exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (browserPath is null) throw new Refusal("pdf-unavailable") { Status = StatusCodes.Status503ServiceUnavailable };
        await places.WaitAsync(cancellationToken);
        try
        {
            return await PrintInTimeAsync(html, cancellationToken) ?? await PrintInTimeAsync(html, cancellationToken) ?? throw Failed();
        }
        finally
        {
            places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        await starting.WaitAsync();
        try
        {
            if (chromium is not null) await chromium.DisposeAsync();
            chromium = null;
        }
        finally
        {
            starting.Release();
        }
    }

    /// <returns>Null when the browser died, which another page may have caused: worth a second try.</returns>
    private async Task<byte[]?> PrintInTimeAsync(string html, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        Chromium? browser = null;
        try
        {
            browser = await BrowserAsync(limit.Token);
            return await browser.PrintAsync(html, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError("A page was not printed within {TimeLimit}; the browser is ended.", timeLimit);
            // It may hang for good; the next page gets a new one.
            browser?.Kill();
            throw Failed();
        }
        catch (DevToolsException fault)
        {
            logger.LogError(fault, "The browser could not print a page.");
            throw Failed();
        }
        catch (IOException fault)
        {
            logger.LogWarning(fault, "The browser that prints PDF ended.");
            return null;
        }
    }

    private async Task<Chromium> BrowserAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (chromium is { IsAlive: true }) return chromium;
            if (chromium is not null) await chromium.DisposeAsync();
            chromium = Chromium.Start(browserPath!);
            logger.LogInformation("Started {Browser} to print PDF.", browserPath);
            return chromium;
        }
        finally
        {
            starting.Release();
        }
    }

    private static Refusal Failed() => new("pdf-failed") { Status = StatusCodes.Status503ServiceUnavailable };
}

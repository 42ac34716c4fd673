using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using OneSeal.Host.Documents;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Documents;

/// <summary>Where the machine has no Chromium, each test holds the printer to saying so.</summary>
public sealed partial class PdfPrinterTests : IAsyncLifetime
{
    private readonly PdfPrinter printer = Printer(new PdfPrinterOptions());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await printer.DisposeAsync();

    [Fact]
    public async Task Without_a_browser_it_refuses_with_503_and_says_what_to_do()
    {
        await using var missing = Printer(new PdfPrinterOptions { Browser = "/nowhere/chromium" });

        missing.IsAvailable.ShouldBeFalse();
        await ShouldBeUnavailable(missing);
    }

    [Fact]
    public async Task Notices_become_PDF_of_one_or_two_pages()
    {
        if (!printer.IsAvailable)
        {
            await ShouldBeUnavailable(printer);
            return;
        }

        var pages = await Task.WhenAll(Notices.Kinds.Select(kind =>
            printer.PrintAsync(NoticePage.Render(Notices.Of(kind), Notices.VerificationUrl), CancellationToken.None)));

        foreach (var pdf in pages)
        {
            Encoding.ASCII.GetString(pdf, 0, 4).ShouldBe("%PDF");
            PagesOf(pdf).ShouldBeInRange(1, 2);
        }
    }

    [Fact]
    public async Task A_page_can_fetch_nothing_and_run_nothing()
    {
        if (!printer.IsAvailable)
        {
            await ShouldBeUnavailable(printer);
            return;
        }

        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var address = "http://" + server.LocalEndpoint;
        var html = $"<img src='{address}/a'><iframe src='{address}/b'></iframe><script>fetch('{address}/c')</script>";

        await printer.PrintAsync(html, CancellationToken.None);

        server.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task A_browser_that_dies_is_replaced()
    {
        if (!printer.IsAvailable)
        {
            await ShouldBeUnavailable(printer);
            return;
        }

        await printer.PrintAsync("<p>一", CancellationToken.None);
        using (var browser = Process.GetProcessById(printer.ProcessId!.Value)) browser.Kill(entireProcessTree: true);

        PagesOf(await printer.PrintAsync("<p>二", CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task The_browser_ends_with_the_printer()
    {
        if (!printer.IsAvailable)
        {
            await ShouldBeUnavailable(printer);
            return;
        }

        await printer.PrintAsync("<p>一", CancellationToken.None);
        using var browser = Process.GetProcessById(printer.ProcessId!.Value);
        await printer.DisposeAsync();

        browser.HasExited.ShouldBeTrue();
        await Should.ThrowAsync<ObjectDisposedException>(() => printer.PrintAsync("<p>二", CancellationToken.None));
    }

    [Fact]
    public async Task A_print_that_takes_too_long_is_given_up()
    {
        await using var hurried = Printer(new PdfPrinterOptions { TimeLimit = TimeSpan.FromMilliseconds(1) });
        if (!hurried.IsAvailable)
        {
            await ShouldBeUnavailable(hurried);
            return;
        }

        var refusal = await Should.ThrowAsync<Refusal>(() => hurried.PrintAsync("<p>一", CancellationToken.None));

        refusal.Code.ShouldBe("pdf-failed");
        refusal.Status.ShouldBe(503);
    }

    private static async Task ShouldBeUnavailable(PdfPrinter printer)
    {
        var refusal = await Should.ThrowAsync<Refusal>(() => printer.PrintAsync("<p>一", CancellationToken.None));
        refusal.Code.ShouldBe("pdf-unavailable");
        refusal.Status.ShouldBe(503);
        refusal.Message.ShouldContain("chromium");
    }

    private static PdfPrinter Printer(PdfPrinterOptions options) => new(options, NullLogger<PdfPrinter>.Instance);

    private static int PagesOf(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}

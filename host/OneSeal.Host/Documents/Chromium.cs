using System.Diagnostics;
using System.Text.Json.Nodes;

namespace OneSeal.Host.Documents;

/// <summary>One running headless Chromium, which prints pages and can fetch nothing.</summary>
/// <remarks>
/// It is spoken to over a pipe and not over a port: no other program of the machine can reach it, and when the host dies, however
/// roughly, the pipe closes and the browser ends by itself.
/// </remarks>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(3);

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly DevToolsPipe devTools;

    private Chromium(Process process, DirectoryInfo profile)
    {
        this.process = process;
        this.profile = profile;
        devTools = new DevToolsPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    public bool IsAlive => devTools.IsOpen && !process.HasExited;

    public int ProcessId => process.Id;

    public static Chromium Start(string path)
    {
        var profile = Directory.CreateTempSubdirectory("oneseal-chromium-");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true };
        // Chromium reads commands from descriptor 3 and answers on 4; .NET can redirect only 0 and 1. Its own chatter is dropped.
        foreach (var argument in (string[])["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null", path, .. Arguments(profile)])
            start.ArgumentList.Add(argument);
        return new Chromium(Process.Start(start)!, profile);
    }

    /// <exception cref="IOException">The browser ended.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellationToken)
    {
        var target = await devTools.CallAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancellationToken);
        var targetId = (string)target["targetId"]!;
        try
        {
            return await PrintInAsync(targetId, html, cancellationToken);
        }
        finally
        {
            await CloseAsync(targetId);
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself a moment ago.
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A closed pipe is Chromium's signal to end.
        await devTools.DisposeAsync();
        using var farewell = new CancellationTokenSource(FarewellTime);
        try
        {
            await process.WaitForExitAsync(farewell.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        DeleteProfile();
    }

    private async Task<byte[]> PrintInAsync(string targetId, string html, CancellationToken cancellationToken)
    {
        var attached = await devTools.CallAsync(
            "Target.attachToTarget", new() { ["targetId"] = targetId, ["flatten"] = true }, null, cancellationToken);
        var session = (string)attached["sessionId"]!;

        // What applicants and modules wrote is escaped; if markup ever got through, it still could run nothing, and fetch nothing
        // (Arguments).
        await Call("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        var tree = await Call("Page.getFrameTree", []);
        var frameId = (string)tree["frameTree"]!["frame"]!["id"]!;
        await Call("Page.setDocumentContent", new() { ["frameId"] = frameId, ["html"] = html });
        var printed = await Call("Page.printToPDF", new() { ["preferCSSPageSize"] = true, ["printBackground"] = true });
        return Convert.FromBase64String((string)printed["data"]!);

        Task<JsonNode> Call(string method, JsonObject parameters) => devTools.CallAsync(method, parameters, session, cancellationToken);
    }

    private async Task CloseAsync(string targetId)
    {
        try
        {
            using var limit = new CancellationTokenSource(FarewellTime);
            await devTools.CallAsync("Target.closeTarget", new() { ["targetId"] = targetId }, null, limit.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // The page is gone with its browser, or will be.
        }
    }

    private void DeleteProfile()
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A last child process may still write to it; it is a folder of the system's temporary files.
        }
    }

    private static IEnumerable<string> Arguments(DirectoryInfo profile)
    {
        yield return "--headless";
        yield return "--remote-debugging-pipe";
        yield return "--user-data-dir=" + profile.FullName;
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--disable-extensions";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-sync";
        yield return "--disable-breakpad";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        // No address leads anywhere, for any frame of any page.
        yield return "--host-resolver-rules=MAP * ~NOTFOUND";
        // Chromium's sandbox does not run under root.
        if (Environment.IsPrivilegedProcess) yield return "--no-sandbox";
    }
}

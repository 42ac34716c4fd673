namespace OneSeal.Host.Documents;

/// <summary>The section <c>Documents:Pdf</c> of the settings.</summary>
internal sealed class PdfPrinterOptions
{
    /// <summary>Path of a Chromium or Chrome; without it <c>/usr/bin/chromium</c> and the PATH are searched.</summary>
    public string? Browser { get; set; }

    /// <summary>How long one print may take, the browser's start included.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many pages are printed at once; each costs a process of its own.</summary>
    public int Concurrency { get; set; } = 2;
}

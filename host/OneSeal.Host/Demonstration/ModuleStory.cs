using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// A department's part in the demonstration: <c>demonstration.json</c> in its module's folder. A module without one takes no part. The
/// members are described in the README of the SDK.
/// </summary>
internal sealed record ModuleStory
{
    public const string FileName = "demonstration.json";

    private static readonly JsonSerializerOptions Options = new(JournalJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required StoryRegime Regime { get; init; }

    /// <summary>On which transfer list its items stand, 1 or 2.</summary>
    public int Batch { get; init; } = 1;

    /// <summary>Whether the memorandum has been filed with all three bodies by the end.</summary>
    public bool FiledCompletely { get; init; } = true;

    /// <summary>The office (科室) for which its officer claims; the usual one if not said.</summary>
    public string? Office { get; init; }

    /// <summary>By basic code.</summary>
    public required IReadOnlyDictionary<string, ItemStory> Items { get; init; }

    /// <returns>Null for a module that takes no part.</returns>
    /// <exception cref="JsonException">The file is not as described.</exception>
    public static ModuleStory? Read(string modules, string id)
    {
        var path = Path.Combine(modules, id, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<ModuleStory>(File.ReadAllText(path), Options) : null;
    }
}

/// <summary>Under which transition rule a department's memorandum takes effect.</summary>
internal enum StoryRegime { BySignature, DepartmentLeads, JointResponsibility }

/// <summary>What becomes of the boundary between deciding and supervising.</summary>
internal enum StoryBoundary { Settled, SettledLater, Open }

internal sealed record ItemStory
{
    /// <summary>How many of the cases are about it, beside the others' weights.</summary>
    public int Weight { get; init; } = 1;

    public ApplicantKind Applicant { get; init; } = ApplicantKind.Organisation;

    /// <summary>False for an item that stays with the department.</summary>
    public bool Transferred { get; init; } = true;

    public StoryBoundary Boundary { get; init; }

    /// <summary>Whether it is handed on to a town towards the end.</summary>
    public bool HandedOn { get; init; }

    public string? Approves { get; init; }

    public string? Supervises { get; init; }

    /// <summary>Forms that can be filed; a text <c>{applicant}</c>, <c>{applicantNumber}</c> or <c>{day+30}</c> is filled in.</summary>
    public required IReadOnlyList<JsonElement> Samples { get; init; }

    public Refused? Denied { get; init; }

    public Refused? Declined { get; init; }

    /// <summary>A step during which the clock stands still and that runs at the end of the story; null for none.</summary>
    public string? Running { get; init; }

    /// <summary>How many working days such a step takes.</summary>
    public int Estimated { get; init; } = 5;

    /// <summary>Fields of the form that go along with what is pushed.</summary>
    public IReadOnlyList<string> PushedFields { get; init; } = [];

    /// <summary>A department's step without which, in silence, the memorandum lets a case go on; null for none.</summary>
    public string? ProceedWithout { get; init; }
}

/// <summary>An application that fails, and why.</summary>
/// <param name="Form">Its form; null for the first sample.</param>
internal sealed record Refused(JsonElement? Form, string Reason, string? Article);

internal static partial class FilledForm
{
    public static JsonElement Of(JsonElement sample, Applicant applicant, DateOnly day)
    {
        var filled = Blank().Replace(sample.GetRawText(), blank => blank.Groups[1].Value switch
        {
            "applicant" => applicant.Name,
            "applicantNumber" => applicant.Identifier,
            var shift => day.AddDays(int.Parse(shift.AsSpan("day".Length), CultureInfo.InvariantCulture))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        return JsonSerializer.Deserialize<JsonElement>(filled);
    }

    [GeneratedRegex(@"\{(applicant|applicantNumber|day[+-][0-9]+)\}")]
    private static partial Regex Blank();
}

using System.Globalization;
using System.Text.Json;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Memoranda;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// The invented district (<c>district.json</c>): its bodies, people and papers. What departments decide stands with their modules.
/// </summary>
internal sealed record District
{
    public required string Region { get; init; }

    public required string Name { get; init; }

    public required Organisation Bureau { get; init; }

    public required string Abbreviation { get; init; }

    public required string Government { get; init; }

    public required string Court { get; init; }

    /// <summary>Where an applicant is sent whose matter is not the district's.</summary>
    public required string CompetentElsewhere { get; init; }

    /// <summary>The town to which an item is handed on.</summary>
    public required Organisation Town { get; init; }

    public required string ApprovalSeal { get; init; }

    public required IReadOnlyList<Post> BureauStaff { get; init; }

    /// <summary>The posts of each department; who holds them is named from <see cref="Surnames"/>.</summary>
    public required IReadOnlyList<Post> DepartmentStaff { get; init; }

    public required Post TownOfficer { get; init; }

    /// <summary>The one applicant with an account.</summary>
    public required Post Applicant { get; init; }

    /// <summary>For whom he applies: an organisation, or himself.</summary>
    public required Applicant ApplicantOrganisation { get; init; }

    public required Applicant ApplicantPerson { get; init; }

    public required IReadOnlyList<string> Surnames { get; init; }

    public required IReadOnlyList<Applicant> Organisations { get; init; }

    public required IReadOnlyList<Applicant> Persons { get; init; }

    public required IReadOnlyList<ListPaper> Lists { get; init; }

    public required IReadOnlyDictionary<string, string> RegimeBasis { get; init; }

    public required string MemorandumTitle { get; init; }

    public required string TownMemorandumTitle { get; init; }

    public required string MemorandumNumber { get; init; }

    /// <summary>On what the terms of linkage rest, with <c>{year}</c>.</summary>
    public required string LinkageBasis { get; init; }

    public required SupervisionWords Supervision { get; init; }

    public required string PushContent { get; init; }

    public required IReadOnlyList<HandoverEntry> Checklist { get; init; }

    public required IReadOnlyDictionary<Side, string> Positions { get; init; }

    /// <summary>Everybody who applies for anything.</summary>
    public IEnumerable<Applicant> Holders => [.. Organisations, .. Persons, ApplicantOrganisation, ApplicantPerson];

    public LocalityEvent.Established Locality => new(Region, Name, Bureau, Abbreviation, Government, Court);

    public static District Read()
    {
        var assembly = typeof(District).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(".district.json", StringComparison.Ordinal));
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<District>(stream, JournalJson.Options)!;
    }

    /// <summary>A document's number with the year in which it is written.</summary>
    public static string Numbered(string document, DateOnly day) =>
        document.Replace("{year}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

/// <param name="Account">The user name; of a department's post what follows the module's name.</param>
internal sealed record Post(string Account, string Name, string Position, Role Role);

/// <param name="Document">文号, with <c>{year}</c>.</param>
internal sealed record ListPaper(string Title, string Document);

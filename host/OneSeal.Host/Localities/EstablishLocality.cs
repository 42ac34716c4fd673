using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Localities;

/// <summary>
/// 设立行政审批服务局: an installation gets its locality from the settings (section <c>Locality</c>) at its first start, or from the
/// demonstration.
/// </summary>
internal static class EstablishLocality
{
    /// <summary>The section <c>Locality</c> of the settings; null where it is absent.</summary>
    /// <exception cref="StartRefused">One of them is missing or wrong.</exception>
    public static LocalityEvent.Established? From(IConfiguration settings)
    {
        var section = settings.GetSection("Locality");
        if (!section.Exists()) return null;
        if (!RegionCode.TryParse(Need("Region"), null, out var region)) throw Wrong("Region");
        if (!SocialCreditCode.TryParse(Need("Bureau:Code"), null, out var bureau)) throw Wrong("Bureau:Code");
        return new LocalityEvent.Established(
            region.Value, Need("Name"), new Organisation(Need("Bureau:Name"), bureau.Value), Need("Abbreviation"), Need("Government"),
            Need("Court"));

        string Need(string key) => section[key] is { Length: > 0 } value
            ? value
            : throw new StartRefused("setting-missing", ("setting", "Locality:" + key));

        StartRefused Wrong(string key) => new("setting-wrong", ("setting", "Locality:" + key), ("value", section[key]));
    }

    /// <summary>Establishes it unless it is there; one that is there stays as it is.</summary>
    public static async Task RunAsync(
        EventJournal journal, LocalityEvent.Established locality, DateTimeOffset at, CancellationToken cancellationToken)
    {
        try
        {
            await journal.ExecuteAsync(
                new CommandContext(Actor.System(locality.Region), at),
                async work =>
                {
                    var stream = await work.LoadAsync(Locality.Kind, locality.Region, cancellationToken);
                    if (!stream.Exists) work.Append(stream, locality);
                    return locality;
                },
                cancellationToken);
        }
        catch (Refusal e) when (e.Code == "version-conflict")
        {
            // Another host that started at the same moment has established it.
        }
    }
}

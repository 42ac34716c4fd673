using System.Globalization;
using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Modules;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Demonstration;

/// <summary>
/// 演示区: an invented district with a year of the reform behind it, told through the same rules that everybody else's commands go through. It
/// is the same for the same last day, but for the passwords' salts.
/// </summary>
internal static class DemonstrationDistrict
{
    public const string Password = "Demo-2026-oneseal";

    /// <summary>Tells the story into a database in which nothing is, and makes its people's accounts.</summary>
    /// <param name="services">The host's parts.</param>
    /// <param name="database">The database.</param>
    /// <param name="until">The first day that is not told any more.</param>
    public static async Task CreateAsync(IServiceProvider services, NpgsqlDataSource database, DateOnly until)
    {
        var district = District.Read();
        var options = services.GetRequiredService<ModuleOptions>();
        using var loggers = LoggerFactory.Create(logging =>
        {
            // A year of what modules note would bury what the host has to say at its start.
            logging.AddHostLogging(services.GetRequiredService<IConfiguration>());
            logging.AddFilter<Serilog.Extensions.Logging.SerilogLoggerProvider>(null, LogLevel.Warning);
        });
        await using var hall = new Hall(database, options, loggers);
        await hall.Registry.LoadAllAsync();
        var departments = DepartmentsOf(hall.Registry, options.Folder, district.Region);
        var staff = StaffOf(district, departments);

        // Hashing a score of passwords takes as long as a hundred cases; nothing of the story waits for it.
        var days = new Timetable(until, WorkCalendar.National);
        var accounts = AccountSetup.EnsureAsync(services, LocalTime.StartOf(days.Start), staff.People.Select(p => p.Account(Password)));
        await Task.WhenAll(accounts, TellAsync(hall, district, departments, staff, days));
    }

    /// <summary>Everybody who can sign in, by what the modules' folder says now.</summary>
    public static Staff StaffOf(District district, IReadOnlyList<Department> departments) =>
        new(district, [.. departments.Select(d => (d.Module, d.Organisation))]);

    private static async Task TellAsync(Hall hall, District district, IReadOnlyList<Department> departments, Staff staff, Timetable days)
    {
        var story = new Story(hall.Time);
        var dawn = LocalTime.StartOf(days.Start);
        story.At(dawn, () => EstablishLocality.RunAsync(hall.Journal, district.Locality, dawn, CancellationToken.None));
        story.At(dawn, () => RegisterItemsAsync(hall, district.Region));
        var reform = new Reform(hall, story, district, staff, departments, days);
        reform.Plan();
        var seals = new Seals(district, departments);
        var plans = new CasePlans(district, departments, days, reform.HandedOnFrom).All();
        foreach (var plan in plans)
            story.Follow(plan.Beginning, new CaseCourse(plan, hall, district, staff, seals, days).TurnAsync);
        new Supervision(hall, story, district, staff, departments, plans, days).Plan();
        await story.TellAsync(days.End);
    }

    // The items of the whole region, also of a module that has no further part: it is as if it had been there all the time.
    private static async Task RegisterItemsAsync(Hall hall, string region)
    {
        foreach (var state in hall.Registry.States.Where(s => s.Department?.Region.Value == region))
        {
            await RegisterItems.RunAsync(
                hall.Journal, new CommandContext(Actor.System(region), hall.Now), state.Id, state.Version?.ToString(3) ?? "",
                state.Department!,
                [
                    .. hall.Registry.Items.Where(i => i.Module == state.Id).Select(i => i.Item)
                        .OrderBy(i => i.Code.Value, StringComparer.Ordinal),
                ],
                CancellationToken.None);
        }
    }

    private static IReadOnlyList<Department> DepartmentsOf(ModuleRegistry registry, string folder, string region) =>
    [
        .. registry.States.Where(s => s.Department?.Region.Value == region)
            .Select(s => ModuleStory.Read(folder, s.Id) is { } story ? Department.Of(s, story, registry.Items) : null)
            .OfType<Department>(),
    ];

    /// <summary>The day on which the story ends: today in Beijing, or the setting <c>Demonstration:Until</c>.</summary>
    public static DateOnly UntilOf(IConfiguration settings, TimeProvider time) =>
        settings["Demonstration:Until"] is { Length: > 0 } day
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : LocalTime.DayOf(time.GetUtcNow());
}

using System.Globalization;
using OneSeal.Host.Access;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Cases;

/// <summary>锦源区: the district all rules are tried in, and its days.</summary>
internal static class District
{
    public const string Region = "370390";

    public static readonly Organisation Bureau = Hall.Hall.Bureau;

    public static readonly Organisation Health = Hall.Hall.Health;

    public static readonly Organisation Town = new("稷下街道办事处", "11430000006122244L");

    public static Locality Locality { get; } = new()
    {
        Region = Region, Name = "锦源区", Bureau = Bureau, Abbreviation = "锦", Government = "锦源区人民政府", Court = "锦源区人民法院",
    };

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Ten in the morning of a day in Beijing, or another hour of it.</summary>
    public static DateTimeOffset At(string day, int hour = 10) => LocalTime.StartOf(Day(day)).AddHours(hour);

    public static CommandContext Context(string day, Actor by) => new(by, At(day));

    /// <summary>The rule says no, for this reason and at this field.</summary>
    public static Refusal Refused(string code, Func<object?> rule, string? field = null)
    {
        var refusal = Should.Throw<Refusal>(() => rule() is System.Collections.IEnumerable events ? events.Cast<object>().ToArray() : []);
        refusal.Code.ShouldBe(code, refusal.Message);
        if (field is not null) refusal.Field.ShouldBe(field);
        return refusal;
    }
}

/// <summary>Who does something: in a role, for an organisation, the bureau if not said.</summary>
internal static class By
{
    public static readonly Actor System = Actor.System(District.Region);

    public static Actor Window(string name = "甲", Organisation? of = null) => Of(name, Role.Window, of);

    public static Actor Reviewer(string name = "乙", Organisation? of = null) => Of(name, Role.Reviewer, of);

    public static Actor Decider(string name = "丙", Organisation? of = null) => Of(name, Role.Decider, of);

    public static Actor SealKeeper(string name = "丁", Organisation? of = null) => Of(name, Role.SealKeeper, of);

    public static Actor Administrator(string name = "戊", Organisation? of = null) => Of(name, Role.Administrator, of);

    public static Actor Officer(string name = "己", Organisation? of = null) => Of(name, Role.DepartmentOfficer, of ?? District.Health);

    public static Actor Applicant(string name = "孙某") => Of(name, Role.Public, Organisation.None);

    /// <summary>A person is who he is by his name, whatever the role.</summary>
    private static Actor Of(string name, Role role, Organisation? of) =>
        new(new Guid(name[0], 0, 0, new byte[8]), name, role, of ?? District.Bureau, District.Region, "岗位授权");
}

using System.Xml.Linq;
using Microsoft.Extensions.Logging.Abstractions;
using OneSeal.Host.Modules;
using OneSeal.Host.Tests.Modules;

namespace OneSeal.Host.Tests.Architecture;

/// <summary>Modules → SDK ← host. What there is is read from the disk, and each rule is shown to bite on a fixture that breaks it.</summary>
public class The_arrows_point_one_way
{
    /// <summary>The analyzer's name for the use of a banned member, such as the wall clock.</summary>
    private const string BannedApi = "RS0030";

    public static TheoryData<string> ModuleProjects => [.. ProjectsUnder("modules")];

    public static TheoryData<string> AllProjects => [.. ProjectsUnder("host"), .. ProjectsUnder("sdk"), .. ProjectsUnder("modules"), .. ProjectsUnder("tests")];

    [Theory, MemberData(nameof(ModuleProjects))]
    public void A_module_refers_to_the_sdk_alone(string project)
    {
        ModuleReferences.ForbiddenIn(Path.Combine(Repository.Root, project)).ShouldBeEmpty();
        var name = Path.GetFileNameWithoutExtension(project);
        ModuleReferences.ForbiddenOf(Path.Combine(Repository.HostOutput, "modules", name, $"OneSeal.Modules.{name}.dll")).ShouldBeEmpty();
    }

    [Fact]
    public void And_one_that_does_not_is_found_out()
    {
        ModuleReferences.ForbiddenIn(Path.Combine(Repository.Root, "tests/fixtures/Trespasser/Trespasser.csproj"))
            .ShouldBe(["../Exemplary/Exemplary.csproj"]);
        ModuleReferences.ForbiddenOf(Path.Combine(Repository.Fixtures, "Trespasser", "OneSeal.Fixtures.Trespasser.dll"))
            .ShouldBe(["OneSeal.Fixtures.Exemplary"]);
    }

    [Fact]
    public void The_host_refers_to_no_module()
    {
        foreach (var reference in XDocument.Load(Path.Combine(Repository.Root, "host/OneSeal.Host/OneSeal.Host.csproj")).Descendants("ProjectReference")
            .Where(r => ((string)r.Attribute("Include")!).Contains("modules/", StringComparison.Ordinal)))
            ((string?)reference.Attribute("ReferenceOutputAssembly")).ShouldBe("false");
        typeof(ModuleRegistry).Assembly.GetReferencedAssemblies().ShouldNotContain(a => a.Name!.StartsWith("OneSeal.Modules", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_host_nor_sdk_names_a_department()
    {
        var options = new ModuleOptions
        {
            Folder = Path.Combine(Repository.HostOutput, "modules"),
            ShadowFolder = Directory.CreateTempSubdirectory("oneseal-names-").FullName,
        };
        await using (var registry = new ModuleRegistry(options, NullLoggerFactory.Instance, TimeProvider.System))
        {
            await registry.LoadAllAsync();
            foreach (var id in ProjectsUnder("modules").Select(Path.GetFileNameWithoutExtension))
                registry.StateOf(id!).Status.ShouldBe(ModuleStatus.Loaded, registry.StateOf(id!).Reason);
            var names = NamesOfDepartments.Of(registry);

            NamesOfDepartments.FoundUnder(Repository.Root, "host", names).ShouldBeEmpty();
            NamesOfDepartments.FoundUnder(Repository.Root, "sdk", names).ShouldBeEmpty();
        }

        Directory.Delete(options.ShadowFolder, recursive: true);
    }

    [Fact]
    public async Task And_a_place_that_does_is_found_out()
    {
        await using var hall = new ModuleHall();
        hall.Lay("Exemplary", "exemplary");
        await hall.OpenAsync();

        var names = NamesOfDepartments.Of(hall.Registry);

        names.ShouldBe(["11370390FX00000011", "990000000001", "样例摊位设置许可", "示范区样例局"]);
        NamesOfDepartments.FoundUnder(Repository.Root, "tests/fixtures/Exemplary", names).Select(f => f.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(names);
    }

    [Theory, MemberData(nameof(AllProjects))]
    public void Every_project_is_built_under_the_rules_of_the_root(string project)
    {
        File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig")).ShouldNotContain(BannedApi);
        var root = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        root.Descendants("AdditionalFiles").ShouldContain(e => ((string)e.Attribute("Include")!).EndsWith("BannedSymbols.txt", StringComparison.Ordinal));
        root.Descendants("TreatWarningsAsErrors").Single().Value.ShouldBe("true");

        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;
        var files = new List<string> { Path.Combine(Repository.Root, project) };
        for (var at = folder; at.Length + 1 > Repository.Root.Length && at + Path.DirectorySeparatorChar != Repository.Root; at = Path.GetDirectoryName(at)!)
        {
            if (Path.Combine(at, "Directory.Build.props") is var props && File.Exists(props)) files.Add(props);
        }

        foreach (var props in files.Skip(1)) File.ReadAllText(props).ShouldContain("GetPathOfFileAbove('Directory.Build.props'");
        foreach (var file in files)
        {
            var text = File.ReadAllText(file);
            text.ShouldNotContain(BannedApi);
            text.ShouldNotContain("BannedSymbols.txt");
            text.ShouldNotContain("<TreatWarningsAsErrors>");
        }

        foreach (var source in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            File.ReadAllText(source).ShouldNotContain("warning disable " + BannedApi, customMessage: source);
    }

    [Fact]
    public void The_sdk_stays_small() => typeof(OneSeal.Sdk.IDepartmentModule).Assembly.GetExportedTypes().Length.ShouldBeLessThan(60);

    private static IEnumerable<string> ProjectsUnder(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Order(StringComparer.Ordinal);
}

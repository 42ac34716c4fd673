using Microsoft.Extensions.Logging.Abstractions;
using OneSeal.Host.Demonstration;
using OneSeal.Host.Modules;

namespace OneSeal.Host.Tests.Demonstration;

/// <summary>What the modules' files say can be filed, also where the story does not come to it.</summary>
public sealed class A_department_s_part
{
    [Fact]
    public async Task Names_forms_that_can_be_filed_and_steps_that_exist()
    {
        var options = new ModuleOptions
        {
            Folder = Path.Combine(Repository.HostOutput, "modules"),
            ShadowFolder = Directory.CreateTempSubdirectory("oneseal-part-").FullName,
        };
        var district = District.Read();
        await using (var registry = new ModuleRegistry(options, NullLoggerFactory.Instance, TimeProvider.System))
        {
            await registry.LoadAllAsync();
            var taking = 0;
            foreach (var state in registry.States)
            {
                if (ModuleStory.Read(options.Folder, state.Id) is not { } story) continue;
                taking++;
                foreach (var item in Department.Of(state, story, registry.Items).Items)
                {
                    registry.TryFindItem(item.Code, out var served).ShouldBeTrue();
                    foreach (var sample in item.Story.Samples.Concat(new[] { item.Story.Denied?.Form, item.Story.Declined?.Form }.OfType<System.Text.Json.JsonElement>()))
                    {
                        var form = FilledForm.Of(sample, district.ApplicantPerson, new DateOnly(2026, 3, 2));
                        served!.Item.Form.Check(form).ShouldBeEmpty($"{item.Elements.Name}: {form}");
                        served.Item.Assess(form).Steps.ShouldNotBeNull();
                    }

                    foreach (var sample in item.Story.Samples)
                        served!.Item.Assess(FilledForm.Of(sample, district.ApplicantPerson, new DateOnly(2026, 3, 2))).UnmetConditions.ShouldBeEmpty();
                    var fields = (item.Elements.Form["properties"]?.AsObject() ?? []).Select(f => f.Key);
                    item.Story.PushedFields.Except(fields).ShouldBeEmpty(item.Elements.Name);
                    if (item.Story.ProceedWithout is { } silent) item.Elements.Steps.Single(s => s.Key == silent).Performer.ShouldBe(Sdk.Performer.Department);
                    if (item.Story.Running is { } running) item.Elements.Steps.Single(s => s.Key == running).Suspension.ShouldNotBeNull();
                }
            }

            taking.ShouldBeGreaterThanOrEqualTo(3);
        }

        Directory.Delete(options.ShadowFolder, recursive: true);
    }

    [Fact]
    public void Every_invented_number_has_its_check_character()
    {
        var district = District.Read();
        OneSeal.Host.Access.Organisation[] bodies = [district.Bureau, district.Town];
        foreach (var body in bodies) Sdk.SocialCreditCode.Parse(body.Code).Value.ShouldBe(body.Code);
        foreach (var applicant in district.Organisations.Concat(district.Persons).Append(district.ApplicantOrganisation).Append(district.ApplicantPerson))
            OneSeal.Host.Cases.CaseGuards.Check(applicant);
    }
}

using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using OneSeal.Sdk;

namespace OneSeal.Sdk.Tests;

/// <summary>Each reason for which an item is not registered.</summary>
public sealed class ItemRulesTests
{
    private static readonly ItemDefinition<Form> Sound = new()
    {
        BasicCode = "000117001000",
        Name = "试用事项",
        LegalBasis = ["《试用法》第一条"],
        StatutoryLimit = Limit.WorkingDays(20),
        PromisedLimit = Limit.WorkingDays(5),
        Materials = [new("application", "申请表"), new("plan", "方案") { Required = false }],
        Steps = [ReviewStep.ByOwner("first", "初审"), ReviewStep.ByOwner("second", "复审")],
    };

    public enum Plain
    {
        [Field("甲")]
        First,
        Second,
    }

    public static TheoryData<string, ItemDefinition<Form>> Refusals() => new()
    {
        { "basic code 'A' is not 12 digits", Sound with { BasicCode = "A" } },
        { "It has no name", Sound with { Name = " " } },
        { "cites no legal basis", Sound with { LegalBasis = [""] } },
        { "promised limit is longer than the statutory", Sound with { PromisedLimit = Limit.WorkingDays(21) } },
        { "promised limit is longer than the statutory", Sound with { StatutoryLimit = Limit.CalendarDays(7), PromisedLimit = Limit.WorkingDays(8) } },
        { "fee is negative or cites no basis", Sound with { Fee = new(-1, "《试用收费办法》") } },
        { "fee is negative or cites no basis", Sound with { Fee = new(null, "") } },
        { "result has no name", Sound with { Result = new("") } },
        { "licence kind code '12' is not three digits", Sound with { Result = new("证") { KindCode = "12" } } },
        { "material key 'Plan' is not kebab case", Sound with { Materials = [new("Plan", "方案")] } },
        { "material key 'plan' stands twice", Sound with { Materials = [new("plan", "方案"), new("plan", "图纸")] } },
        { "Material 'plan' has no name", Sound with { Materials = [new("plan", "")] } },
        { "RequiredWhen names the material 'map', which the item does not have", Sound with { RequiredWhen = new() { ["map"] = _ => true } } },
        { "'application', which is always required", Sound with { RequiredWhen = new() { ["application"] = _ => true } } },
        { "step key 'first' stands twice", Sound with { Steps = [ReviewStep.ByOwner("first", "初审"), ReviewStep.ByOwner("first", "复审")] } },
        { "Step 'first' has no name", Sound with { Steps = [ReviewStep.ByOwner("first", "")] } },
        { "waits for 'third', which the item does not have", Sound with { Steps = [ReviewStep.ByOwner("first", "初审") with { After = ["third"] }] } },
        { "wait for each other in a circle", Sound with { Steps = [ReviewStep.ByOwner("first", "初审") with { After = ["first"] }] } },
        {
            "wait for each other in a circle",
            Sound with { Steps = [ReviewStep.ByOwner("first", "初审") with { After = ["second"] }, ReviewStep.ByOwner("second", "复审")] }
        },
        { "decided at once (即办件) but has steps by people", Sound with { Handling = HandlingType.Immediate } },
        { "PerformedWhen names the step 'third'", Sound with { PerformedWhen = new() { ["third"] = _ => true } } },
        { "risk point names the step 'third'", Sound with { RiskPoints = [new("third", "风险", "措施")] } },
        { "condition key 'a' stands twice", Sound with { Conditions = [new("a", "甲"), new("a", "乙")] } },
        { "tier key 'a' stands twice", Sound with { Tiers = [new("a", "甲", Limit.WorkingDays(9), _ => true), new("a", "乙", Limit.WorkingDays(9), _ => true)] } },
        { "promised limit of tier 'a' is longer", Sound with { Tiers = [new("a", "甲", Limit.WorkingDays(2), _ => true)] } },
    };

    [Fact]
    public void A_sound_item_is_registered() => Register(Sound).Items.ShouldHaveSingleItem().Definition.ShouldBeSameAs(Sound);

    [Theory]
    [MemberData(nameof(Refusals))]
    public void An_unsound_item_is_refused_with_its_reason(string reason, ItemDefinition<Form> item) =>
        Should.Throw<ModuleDefinitionException>(() => Register(item)).Message.ShouldContain(reason);

    [Theory]
    [InlineData("其他材料")]
    [InlineData("其它材料")]
    [InlineData("其他有关材料")]
    [InlineData("其他相关证明材料")]
    [InlineData("法律、法规规定的其他材料")]
    [InlineData("其他需要提交的材料")]
    [InlineData("其他应当提供的证明文件")]
    [InlineData("审批机关要求的其他申请资料")]
    [InlineData("有关资料")]
    [InlineData("与项目相关的相关材料")]
    [InlineData("企业有关证明材料")]
    [InlineData("营业执照等材料")]
    [InlineData("身份证、户口簿等证明文件")]
    public void A_catch_all_is_refused_in_whatever_words(string material) =>
        Should.Throw<ModuleDefinitionException>(() => Register(Sound with { Materials = [new("rest", material)] })).Message.ShouldContain("is a catch-all");

    [Theory]
    [InlineData("保证工程质量和安全的具体措施文件")]
    [InlineData("符合有关技术标准、规范要求的设计和施工方案")]
    [InlineData("特殊消防设计技术资料")]
    [InlineData("其他股东的身份证明")]
    public void A_material_that_says_what_is_asked_is_taken(string material) => Register(Sound with { Materials = [new("rest", material)] }).Items.Count.ShouldBe(1);

    [Fact]
    public void Every_problem_of_an_item_is_named_at_once()
    {
        var refusal = Should.Throw<ModuleDefinitionException>(() => Register(Sound with { BasicCode = "1", LegalBasis = [] }));

        refusal.Subject.ShouldBe("试用事项");
        refusal.Problems.Count.ShouldBe(2);
    }

    [Fact]
    public void A_form_with_an_unlabelled_field_or_choice_is_refused()
    {
        var refusal = Should.Throw<ModuleDefinitionException>(() => Register(Of<Unlabelled>()));

        refusal.Problems.ShouldBe(
        [
            "Field 'size' of its form has no label.",
            "Field 'kind=second' of its form has no label.",
            "Field 'rooms[].beds' of its form has no label.",
        ]);
    }

    [Fact]
    public void A_form_that_asks_a_field_by_what_it_cannot_know_is_refused() =>
        Should.Throw<ModuleDefinitionException>(() => Register(Of<Misasked>())).Problems.ShouldBe(
        [
            "Field 'early' of its form is asked by 'kind', which does not stand before it in the same record.",
            "Field 'always' of its form is asked sometimes only, but must be given always: let it be null.",
            "Field 'other' of its form is asked for 'true', which is no answer to 'kind'.",
            "Field 'never' of its form is asked for no answer at all.",
            "Field 'unknown' of its form is asked by 'elsewhere', which does not stand before it in the same record.",
            "Field 'text' of its form is asked for '某处', which is no answer to 'site'.",
            "Field 'size' of its form is an address but no text.",
        ]);

    [Fact]
    public void A_form_is_a_record_with_members() =>
        Should.Throw<ModuleDefinitionException>(() => Register(Of<string>())).Message.ShouldContain("not a record with named members");

    [Fact]
    public void A_form_with_a_rule_that_json_schema_cannot_say_is_refused() =>
        Should.Throw<ModuleDefinitionException>(() => Register(Of<Unwritable>())).Message.ShouldContain("has no JSON schema");

    [Fact]
    public void What_a_module_changes_after_registration_changes_nothing()
    {
        var conditions = new Dictionary<string, Func<Form, bool>> { ["plan"] = _ => false };
        var item = Register(Sound with { RequiredWhen = conditions }).Items[0];

        conditions["plan"] = _ => true;

        item.Assess(JsonSerializer.SerializeToElement(new { size = 1 })).RequiredMaterials.ShouldBe(["application"]);
    }

    private static ItemDefinition<TForm> Of<TForm>() where TForm : class => new()
    {
        BasicCode = Sound.BasicCode,
        Name = Sound.Name,
        LegalBasis = Sound.LegalBasis,
        StatutoryLimit = Sound.StatutoryLimit,
        PromisedLimit = Sound.PromisedLimit,
        Materials = Sound.Materials,
    };

    private static ModuleDefinition Register<TForm>(ItemDefinition<TForm> item) where TForm : class => ModuleDefinition.Of(new OneItem<TForm>(item));

    public sealed record Form([Field("规模")] int Size, [Field("说明")] string? Note);

    public sealed record Unlabelled(int Size, [Field("类别")] Plain Kind, [Field("房间")] IReadOnlyList<Room> Rooms);

    public sealed record Room(int Beds);

    public sealed record Misasked(
        [Field("先"), AskedWhen(nameof(Kind), Plain.First)] string? Early,
        [Field("类别")] Chosen Kind,
        [Field("总"), AskedWhen(nameof(Kind), Chosen.One)] string Always,
        [Field("他"), AskedWhen(nameof(Kind), true)] string? Other,
        [Field("无"), AskedWhen(nameof(Kind))] string? Never,
        [Field("别"), AskedWhen("Elsewhere", true)] string? Unknown,
        [Field("地点", Address = true)] string Site,
        [Field("文"), AskedWhen(nameof(Site), "某处")] string? Text,
        [Field("规模", Address = true)] int Size);

    public enum Chosen
    {
        [Field("一")]
        One,
    }

    public sealed record Unwritable([Field("日期"), Range(typeof(DateOnly), "2020-01-01", "2030-01-01")] DateOnly On);

    private sealed class OneItem<TForm>(ItemDefinition<TForm> item) : IDepartmentModule where TForm : class
    {
        public void Configure(ModuleBuilder module)
        {
            module.Department(new("区试用局", SocialCreditCode.Parse("11370800MB28559184"), RegionCode.Parse("370390")));
            module.AddItem(item);
        }
    }
}

using System.ComponentModel.DataAnnotations;
using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

/// <summary>营业性演出审批. 营业性演出管理条例 article 13 says three days, not working days.</summary>
public static class Performance
{
    public const string BasicCode = "000125001000";

    public static ItemDefinition<Form> Item => new()
    {
        BasicCode = BasicCode,
        Name = "营业性演出审批",
        LegalBasis = ["《营业性演出管理条例》第十三条"],
        StatutoryLimit = Limit.CalendarDays(3),
        PromisedLimit = Limit.WorkingDays(1),
        Conditions =
        [
            new("tickets-fit", "售票数量不超过核准的观众数量") { Holds = form => form.Tickets <= form.Capacity },
        ],
        Materials =
        [
            new("application", "营业性演出申请表"),
            new("programme", "演员名单和节目单"),
            new("fire-safety", "演出场所消防安全证明"),
            new("stage-safety", "临时搭建舞台、看台的验收合格证明") { Required = false, Requirement = "在露天搭建的" },
        ],
        RequiredWhen = new() { ["stage-safety"] = form => form.Place == Place.OpenAir },
        Steps =
        [
            ReviewStep.BySystem<CrowdCheck>("crowd-check", "观众容量核验"),
            ReviewStep.ByOwner("review", "审查"),
        ],
        Result = new("准予举办营业性演出批准文件"),
        Unconfirmed = [ItemElement.BasicCode, ItemElement.PromisedLimit, ItemElement.Conditions, ItemElement.Steps],
    };

    public sealed record Form(
        [Field("演出名称"), StringLength(100)] string Title,
        [Field("演出场所")] Place Place,
        [Field("搭建地点", Address = true), AskedWhen(nameof(Place), Place.OpenAir), StringLength(200)] string? Site,
        [Field("演出日期")] DateOnly On,
        [Field("核准的观众数量", Unit = "人"), Range(1, 200_000)] int Capacity,
        [Field("售票数量", Unit = "张"), Range(0, 200_000)] int Tickets,
        [Field("备注", Multiline = true), StringLength(500)] string? Remarks);

    public enum Place
    {
        [Field("演出场所")]
        Venue,

        [Field("露天")]
        OpenAir,
    }
}

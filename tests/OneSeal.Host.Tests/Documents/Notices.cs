using OneSeal.Host.Documents;

namespace OneSeal.Host.Tests.Documents;

/// <summary>One complete notice of each kind, of one restaurant's application.</summary>
internal static class Notices
{
    public static readonly Uri VerificationUrl = new("https://spj.example.gov.cn/verify/SL370390202600012301");

    private static readonly Remedies Remedies = new("锦城区人民政府", "锦城区人民法院");

    public static IEnumerable<NoticeKind> Kinds => Enum.GetValues<NoticeKind>();

    public static NoticeContent Of(NoticeKind kind)
    {
        var content = Unsealed(kind);
        return !kind.NeedsSeal ? content : content with { Seal = new("行政审批专用章", content.IssuedOn) };
    }

    private static NoticeContent Unsealed(NoticeKind kind) => kind switch
    {
        NoticeKind.Acceptance => Begin(kind) with { Deadline = new("自受理之日起20个工作日", new(2026, 3, 31)), Contact = Window },
        NoticeKind.Receipt => Begin(kind) with
        {
            AcceptedOn = null,
            ReceivedMaterials = [new("食品经营许可申请书", "电子文件"), new("营业执照", "本局已有，免于提交")],
        },
        NoticeKind.Supplement => Begin(kind) with
        {
            AcceptedOn = null,
            MissingMaterials =
            [
                new("经营场所使用证明", "提交房屋租赁合同复印件，租期应覆盖申请的许可有效期"),
                new("食品安全管理制度", "补充食品安全自查和从业人员健康管理制度，加盖单位公章"),
                new("设备布局和操作流程图", "按实际布局重新绘制，标明各功能区面积"),
            ],
            Deadline = new("自收到本告知书之日起10个工作日内", new(2026, 3, 17)),
            Contact = Window,
        },
        NoticeKind.NonAcceptance => Begin(kind) with
        {
            AcceptedOn = null,
            Reasons = [new("所申请的经营场所位于临江区，不属于本机关职权范围", "《中华人民共和国行政许可法》第三十二条第一款第（二）项")],
            CompetentAgency = "临江区行政审批服务局",
            Remedies = Remedies,
        },
        NoticeKind.Grant => Begin(kind) with
        {
            IssuedOn = new(2026, 3, 20),
            Opinions =
            [
                new("区市场监督管理局", "现场核查意见", "锦市监意〔2026〕8号", new(2026, 3, 12), true, null),
                new("区消防救援大队", "消防意见", null, new(2026, 3, 13), null, "区消防救援大队未在2026年3月12日前就“消防意见”出具意见，依照《备忘录》关于逾期未出具意见的约定，本案继续办理"),
            ],
            Licence = new("食品经营许可证", "JY23703900012345", new(2026, 3, 20), new(2031, 3, 19)),
        },
        NoticeKind.Denial => Begin(kind) with
        {
            IssuedOn = new(2026, 3, 20),
            Reasons =
            [
                new("经现场核查，加工操作场所与厕所直接相通，未设置有效隔离", "《中华人民共和国食品安全法》第三十三条第一款第（一）项"),
                new("未配备与经营品种相适应的餐饮具消毒设施", "《中华人民共和国食品安全法》第三十三条第一款第（二）项"),
            ],
            Remedies = Remedies,
        },
        NoticeKind.SpecialProcedure => Begin(kind) with
        {
            SpecialProcedure = new("专家评审", "《中华人民共和国行政许可法》第四十五条", "15个工作日"),
            Deadline = new("自受理之日起20个工作日，扣除专家评审时间", new(2026, 4, 22)),
            Contact = Window,
        },
        NoticeKind.Extension => Begin(kind) with
        {
            Extension = new("10个工作日", "申请涉及的工艺需要进一步核实", "本机关负责人"),
            Deadline = new("自受理之日起30个工作日", new(2026, 4, 15)),
        },
        NoticeKind.Termination => Begin(kind) with
        {
            Reasons = [new("申请人已于2026年3月10日办理注销登记，申请主体不再存在", null)],
            Remedies = Remedies,
        },
        NoticeKind.Withdrawal => Begin(kind) with { WithdrawnOn = new(2026, 3, 5), IssuedOn = new(2026, 3, 6) },
        NoticeKind.Intention => Begin(kind) with
        {
            Act = Act("撤销", "以欺骗、贿赂等不正当手段取得许可"),
            Reasons = [Forged, new("经核实，提交的检测报告系伪造", null)],
            Deadline = new("5个工作日", new(2026, 3, 10)),
        },
        NoticeKind.HearingCall => Begin(kind) with
        {
            Act = Act("撤销", "以欺骗、贿赂等不正当手段取得许可"),
            Hearing = new(new(2026, 3, 20), "锦城区政务服务大厅三楼听证室", "周某"),
        },
        NoticeKind.LicenceChange => Decision(kind, "变更", "证照记载有误", "持证人名称变更为“锦城区新巷子餐饮有限公司”", recompense: "关于对持证人合法权益损失的补偿：经核算没有损失。"),
        NoticeKind.LicenceWithdrawal => Decision(kind, "撤回", "准予许可所依据的客观情况发生重大变化", recompense: "关于对持证人合法权益损失的补偿：依评估结论补偿搬迁费用。"),
        NoticeKind.LicenceRevocation => Decision(kind, "撤销", "以欺骗、贿赂等不正当手段取得许可", weighing: "撤销不会对公共利益造成重大损害"),
        NoticeKind.LicenceCancellation => Decision(kind, "注销", "法人或者其他组织依法终止") with { Remedies = null, Decided = new(true, null, null, null) },
        NoticeKind.LicenceSuspension => Decision(kind, "暂停", "不再符合许可条件，须限期改正", "暂停至2026年6月30日（含当日）"),
        NoticeKind.LicenceReinstatement => Decision(kind, "恢复", "暂停事由已经消除") with { Remedies = null, Decided = new(true, null, null, null) },
        NoticeKind.Clearance => Begin(kind) with { Act = Act("撤销", "以欺骗、贿赂等不正当手段取得许可"), Reasons = [new("检测报告经鉴定属实", null)] },
        NoticeKind.Reply => Decision(kind, "撤销", "以欺骗、贿赂等不正当手段取得许可") with
        {
            ApplicantName = "锦城区卫生健康局",
            Remedies = null,
            Decided = new(false, null, "撤销可能对公共利益造成重大损害", null),
        },
        _ => Begin(kind) with { ItemName = "仅销售预包装食品备案", AcceptedOn = null },
    };

    private static NoticeReason Forged => new("申请时提交的检测报告与检测机构存档不一致", "《中华人民共和国行政许可法》第六十九条第二款");

    private static NoticeContent Decision(NoticeKind kind, string act, string ground, string? effect = null, string? weighing = null, string? recompense = null) =>
        Begin(kind) with
        {
            IssuedOn = new(2026, 3, 27),
            Act = Act(act, ground, effect),
            Reasons = [Forged],
            Decided = new(true, "持证人在告知的期限内没有陈述、申辩，也没有申请听证。", weighing, recompense),
            Remedies = Remedies,
        };

    private static LicenceActTerms Act(string name, string ground, string? effect = null) => new(
        name, ground, effect, "食品经营许可证", "JY23703900012345", "锦城区老巷子餐饮有限公司", "锦城区卫生健康局", "锦卫函〔2026〕12号");

    private static NoticeContact Window => new("政务服务大厅综合受理3号窗口", "0533-1234567", "锦城区人民路1号");

    private static NoticeContent Begin(NoticeKind kind)
    {
        var number = new DocumentNumber(kind, "370390", 2026, 123, 1);
        return new()
        {
            Number = number,
            DisplayNumber = number.Display("锦"),
            IssuingOrganisation = "锦城区行政审批服务局",
            IssuedOn = new(2026, 3, 3),
            ApplicantName = "锦城区老巷子餐饮有限公司",
            ItemName = "食品经营许可（新办）",
            ItemCode = "11370300MB28559184337011702001101",
            CaseNumber = "370390-2026-000123",
            AppliedOn = new(2026, 3, 2),
            AcceptedOn = new(2026, 3, 3),
        };
    }
}

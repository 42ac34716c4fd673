namespace OneSeal.Sdk;

/// <summary>
/// 事项: what a department may decide, with the elements of its implementation list (实施清单要素). Written as data; use
/// <see cref="ItemDefinition{TForm}"/>.
/// </summary>
public abstract record ItemDefinition
{
    internal ItemDefinition()
    {
    }

    /// <summary>基本编码: 12 digits; with department and level it makes the <see cref="ItemCode"/>.</summary>
    public required string BasicCode { get; init; }

    /// <summary>事项名称, in Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>事项类型.</summary>
    public ItemType Type { get; init; } = ItemType.Licence;

    /// <summary>行使层级.</summary>
    public AuthorityLevel Level { get; init; } = AuthorityLevel.County;

    /// <summary>办件类型.</summary>
    public HandlingType Handling { get; init; } = HandlingType.Promised;

    /// <summary>设定依据: statutes with articles, in Chinese; at least one.</summary>
    public required IReadOnlyList<string> LegalBasis { get; init; }

    /// <summary>法定办结时限; with tiers, the one that holds when no tier does.</summary>
    public required Limit StatutoryLimit { get; init; }

    /// <summary>承诺办结时限; never longer than the statutory one.</summary>
    public required Limit PromisedLimit { get; init; }

    /// <summary>What sets the statutory limit running.</summary>
    public StartEvent StartEvent { get; init; } = StartEvent.Accepted;

    /// <summary>申请材料; may be empty.</summary>
    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>审查步骤; of an item decided at once none, or steps by the system only.</summary>
    public IReadOnlyList<ReviewStep> Steps { get; init; } = [];

    /// <summary>审批结果; null where the decision itself is the result.</summary>
    public ResultLicence? Result { get; init; }

    /// <summary>收费; null for free.</summary>
    public Fee? Fee { get; init; }

    /// <summary>监管部门, in Chinese; the registering department if null.</summary>
    public string? SupervisingDepartment { get; init; }

    /// <summary>廉政风险防控点.</summary>
    public IReadOnlyList<RiskPoint> RiskPoints { get; init; } = [];

    /// <summary>The elements that have not been checked against their official source; the product shows them so marked.</summary>
    public IReadOnlyList<ItemElement> Unconfirmed { get; init; } = [];

    internal abstract Type FormType { get; }

    internal abstract FormBinding BindForm();
}

/// <summary>事项 with its form and what depends on the form's content.</summary>
/// <typeparam name="TForm">
/// The application form: a record whose members carry a <see cref="FieldAttribute"/> and, where they have rules, the attributes of
/// <see cref="System.ComponentModel.DataAnnotations"/> (Range, StringLength, RegularExpression).
/// </typeparam>
/// <example>
/// <code>
/// public static ItemDefinition&lt;Form&gt; Item => new()
/// {
///     BasicCode = "000117001000",
///     Name = "建筑工程施工许可证核发",
///     LegalBasis = ["《中华人民共和国建筑法》第七条、第八条、第九条"],
///     StatutoryLimit = Limit.CalendarDays(7),
///     StartEvent = StartEvent.Received,
///     PromisedLimit = Limit.WorkingDays(3),
///     Materials = [new("land-approval", "用地批准手续")],
///     Steps = [ReviewStep.ByOwner("review", "审查")],
///     Result = new("建筑工程施工许可证"),
/// };
/// </code>
/// </example>
public sealed record ItemDefinition<TForm> : ItemDefinition where TForm : class
{
    /// <summary>受理条件.</summary>
    public IReadOnlyList<Condition<TForm>> Conditions { get; init; } = [];

    /// <summary>Cases of the statute with another limit, asked in order.</summary>
    public IReadOnlyList<LimitTier<TForm>> Tiers { get; init; } = [];

    /// <summary>By material key: when a material that is not always required is. What stands here at registration holds.</summary>
    /// <example><code>RequiredWhen = new() { ["escort-plan"] = form => form.Width > 3.75m }</code></example>
    public Dictionary<string, Func<TForm, bool>> RequiredWhen { get; init; } = [];

    /// <summary>By step key: when a step is performed; a step not named always is. What stands here at registration holds.</summary>
    /// <remarks>
    /// A step that is not performed keeps no other waiting: in <see cref="ReviewStep.After"/> it counts as done, and "the one before in the
    /// list" is the one before that is performed.
    /// </remarks>
    public Dictionary<string, Func<TForm, bool>> PerformedWhen { get; init; } = [];

    internal override Type FormType => typeof(TForm);

    internal override FormBinding BindForm() => new FormBinding<TForm>(this);
}

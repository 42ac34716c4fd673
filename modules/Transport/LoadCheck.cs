namespace OneSeal.Modules.Transport;

/// <summary>超限程度计算: by how much the load exceeds each limit, whether its axles add up, and its class.</summary>
public sealed class LoadCheck(RoadLimits limits) : IAutomaticStep
{
    public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken)
    {
        var load = step.Form<Load>();
        var excesses = limits.Excesses(load);
        if (excesses.Count == 0) return Task.FromResult(StepOutcome.Object("车货总体未超过限值，不需要办理超限运输许可。"));
        if (!limits.AxlesAddUp(load)) return Task.FromResult(StepOutcome.Object("各轴轴荷之和与车货总质量相差超过1%，请核对。"));
        var name = LoadClass.Of(load) switch { 1 => "一类", 2 => "二类", _ => "三类" };
        return Task.FromResult(StepOutcome.Pass($"属于{name}大件运输：{string.Join("；", excesses)}。"));
    }
}

/// <summary>What a road bears without a permit: 超限运输车辆行驶公路管理规定 article 3.</summary>
public sealed class RoadLimits
{
    private readonly decimal _height = 4m;
    private readonly decimal _width = 2.55m;
    private readonly decimal _length = 18.1m;
    private readonly decimal _tolerance = 0.01m;

    /// <summary>How the load goes beyond each limit, in Chinese; empty if it needs no permit.</summary>
    public IReadOnlyList<string> Excesses(Load load)
    {
        var excesses = new List<string>();
        if (load.Height > _height) excesses.Add($"总高度超过{load.Height - _height}米");
        if (load.Width > _width) excesses.Add($"总宽度超过{load.Width - _width}米");
        if (load.Length > _length) excesses.Add($"总长度超过{load.Length - _length}米");
        if (load.TotalMass > LoadClass.PermittedMass(load)) excesses.Add($"总质量超过{load.TotalMass - LoadClass.PermittedMass(load)}千克");
        return excesses;
    }

    /// <summary>Whether the axle loads make up the total mass, to one percent.</summary>
    public bool AxlesAddUp(Load load) => Math.Abs(load.AxleLoads.Sum() - load.TotalMass) <= load.TotalMass * _tolerance;
}

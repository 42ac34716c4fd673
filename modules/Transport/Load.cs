namespace OneSeal.Modules.Transport;

/// <summary>The form of 公路超限运输许可: the cargo, and the vehicle with it as it will stand on the road.</summary>
public sealed record Load(
    [Field("货物名称", Group = "货物"), StringLength(100)] string Cargo,
    [Field("货物是否可分载", Group = "货物")] bool Divisible,
    [Field("货物质量", Unit = "千克", Group = "货物"), Range(1, 2_000_000)] int CargoMass,
    [Field("车辆类型", Group = "车货总体")] Vehicle Vehicle,
    [Field("牵引车驱动轴为单轴", Group = "车货总体")] bool SingleDriveAxle,
    [Field("车货总高度", Unit = "米", Group = "车货总体", Hint = "从地面算起"), Range(0.5, 12)] decimal Height,
    [Field("车货总宽度", Unit = "米", Group = "车货总体"), Range(0.5, 20)] decimal Width,
    [Field("车货总长度", Unit = "米", Group = "车货总体"), Range(1, 150)] decimal Length,
    [Field("车货总质量", Unit = "千克", Group = "车货总体"), Range(1, 2_500_000)] int TotalMass,
    [Field("各轴(轴线)轴荷", Unit = "千克", Group = "车货总体", Hint = "自前向后逐轴填写"), MinLength(2), MaxLength(80)] IReadOnlyList<int> AxleLoads,
    [Field("起点", Group = "行程"), StringLength(100)] string From,
    [Field("讫点", Group = "行程"), StringLength(100)] string To,
    [Field("通行路线", Group = "行程", Multiline = true), StringLength(1000)] string Route,
    [Field("行驶日期", Group = "行程")] DateOnly On);

/// <summary>车辆类型, on which the permitted mass and axle load depend.</summary>
public enum Vehicle
{
    [Field("载货汽车")]
    Truck,

    [Field("汽车列车(普通平板车)")]
    Combination,

    [Field("汽车列车(多轴多轮液压平板车)")]
    HydraulicTrailer,
}

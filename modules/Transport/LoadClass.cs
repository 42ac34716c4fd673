namespace OneSeal.Modules.Transport;

/// <summary>大件运输的分类: how far a load goes beyond what a road bears, on which limit, materials and steps depend.</summary>
public static class LoadClass
{
    // Article 3: total mass by the number of axles, of trucks and of combinations.
    private static readonly Dictionary<int, int> Trucks = new() { [2] = 18_000, [3] = 25_000, [4] = 31_000 };
    private static readonly Dictionary<int, int> Combinations = new() { [3] = 27_000, [4] = 36_000, [5] = 43_000 };

    /// <summary>1, 2 or 3, for 一类, 二类 or 三类大件运输.</summary>
    public static int Of(Load load)
    {
        if (load is { Height: <= 4.2m, Width: <= 3m, Length: <= 20m } && load.TotalMass <= PermittedMass(load)) return 1;
        return load is { Height: <= 4.5m, Width: <= 3.75m, Length: <= 28m, TotalMass: <= 100_000 } ? 2 : 3;
    }

    /// <summary>The total mass, in kilograms, up to which no permit is needed: article 3 (四) to (八).</summary>
    public static int PermittedMass(Load load)
    {
        var byAxles = load.Vehicle == Vehicle.Truck ? Trucks : Combinations;
        var axles = load.AxleLoads.Count;
        if (byAxles.TryGetValue(axles, out var mass)) return mass;
        if (axles < 3) return Trucks[2];
        return load.Vehicle == Vehicle.Truck ? Trucks[4] : load.SingleDriveAxle ? 46_000 : 49_000;
    }

    /// <summary>Whether mean and greatest axle load stay below what rules a permit out; the figures are unconfirmed (mem).</summary>
    public static bool AxlesHold(Load load)
    {
        var (mean, greatest) = load.Vehicle == Vehicle.HydraulicTrailer ? (18_000, 20_000) : (10_000, 13_000);
        return load.AxleLoads.Average() <= mean && load.AxleLoads.Max() <= greatest;
    }
}

namespace OneSeal.Benchmarks;

/// <summary>What one measurement came to.</summary>
/// <param name="PerSecond">How many ended in a second.</param>
/// <param name="P50">Half took no longer, in milliseconds.</param>
/// <param name="P99">All but one in a hundred took no longer, in milliseconds.</param>
internal sealed record Figures(double PerSecond, double P50, double P99)
{
    public static Figures Of(IEnumerable<double> milliseconds, double seconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return new Figures(sorted.Length / seconds, At(0.50), At(0.99));

        double At(double part) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * part))];
    }

    /// <summary>Of each figure the middle one: a checkpoint or a neighbour on the machine spoils one round, not the result.</summary>
    public static Figures Median(IReadOnlyCollection<Figures> rounds) =>
        new(Median(rounds.Select(r => r.PerSecond)), Median(rounds.Select(r => r.P50)), Median(rounds.Select(r => r.P99)));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

using System.Globalization;

namespace OneSeal.Benchmarks;

/// <param name="Subject">What is measured.</param>
/// <param name="Seconds">How long each measurement lasts.</param>
/// <param name="Rounds">How often everything is measured, in turn; medians are told.</param>
/// <param name="Cases">How many cases are there.</param>
/// <param name="Deliveries">How many deliveries wait.</param>
/// <param name="Data">Where the database is kept for the next run; null for one that goes with this run.</param>
internal sealed record BenchmarkOptions(string Subject, int Seconds, int Rounds, int Cases, int Deliveries, string? Data)
{
    public static BenchmarkOptions? Parse(string[] args)
    {
        if (args is not [var subject, .. var rest] || rest.Length % 2 != 0) return null;
        var options = new BenchmarkOptions(subject, Seconds: 10, Rounds: 5, Cases: 1_000_000, Deliveries: 5_000, Data: null);
        foreach (var pair in rest.Chunk(2))
        {
            switch (pair)
            {
                case ["--seconds", var seconds]: options = options with { Seconds = Number(seconds) }; break;
                case ["--rounds", var rounds]: options = options with { Rounds = Number(rounds) }; break;
                case ["--cases", var cases]: options = options with { Cases = Number(cases) }; break;
                case ["--deliveries", var deliveries]: options = options with { Deliveries = Number(deliveries) }; break;
                case ["--data", var folder]: options = options with { Data = folder }; break;
                default: return null;
            }
        }

        return options;

        static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

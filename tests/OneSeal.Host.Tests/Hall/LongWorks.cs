using System.Text.Json;

namespace OneSeal.Host.Tests.Hall;

/// <summary>What an administrator starts and comes back to.</summary>
internal static class LongWorks
{
    /// <summary>核验日志, as soon as nothing else is under way.</summary>
    /// <returns>How many events were read.</returns>
    public static async Task<long> JournalIsWholeAsync(this Caller admin)
    {
        var id = "";
        await Eventually.Async(async () =>
        {
            var started = await admin.PostAsync("/api/long-work/verify-journal");
            started.Status.ShouldBe(200, started.Text);
            id = started["id"];
        });
        var ended = await admin.EndedAsync(id);
        (ended.GetProperty("state").GetString(), ended.GetProperty("result").GetString()![..4]).ShouldBe(("done", "日志完整"), ended.ToString());
        return ended.GetProperty("events").GetInt64();
    }

    public static async Task<JsonElement> EndedAsync(this Caller admin, string id)
    {
        JsonElement work = default;
        await Eventually.Async(async () =>
        {
            work = (await admin.GetAsync($"/api/long-work/{id}")).Succeeded().Json;
            work.GetProperty("state").GetString().ShouldNotBe("running", work.ToString());
        });
        return work;
    }
}

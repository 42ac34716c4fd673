using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Tests.Deadlines;

public class ExplainDeadlineTests
{
    [Fact]
    public void The_answer_holds_the_due_date_and_every_day_on_the_way()
    {
        var answer = ExplainDeadline.Explain("2026-02-13", "2", "workingDay", WorkCalendar.National);

        (answer.Start, answer.Count, answer.Unit).ShouldBe((new DateOnly(2026, 2, 13), 2, LimitUnit.WorkingDay));
        (answer.Due, answer.Provisional).ShouldBe((new DateOnly(2026, 2, 24), false));
        answer.Steps.Count.ShouldBe(12);
    }

    [Theory]
    [InlineData(null, "5", "workingDay", "start")]
    [InlineData("2026-02-30", "5", "workingDay", "start")]
    [InlineData("2026-2-3", "5", "workingDay", "start")]
    [InlineData("9999-12-31", "5", "workingDay", "start")]
    [InlineData("2026-02-13", null, "workingDay", "count")]
    [InlineData("2026-02-13", "", "workingDay", "count")]
    [InlineData("2026-02-13", "-1", "workingDay", "count")]
    [InlineData("2026-02-13", "1000", "workingDay", "count")]
    [InlineData("2026-02-13", "2.5", "workingDay", "count")]
    [InlineData("2026-02-13", "5", null, "unit")]
    [InlineData("2026-02-13", "5", "week", "unit")]
    public void A_wrong_value_is_refused_by_its_name(string? start, string? count, string? unit, string field)
    {
        var refusal = Should.Throw<Refusal>(() => ExplainDeadline.Explain(start, count, unit, WorkCalendar.National));

        (refusal.Status, refusal.Field, refusal.Code).ShouldBe((400, field, $"deadline-{field}-invalid"));
    }

    [Theory]
    [InlineData("workingDay")]
    [InlineData("calendarDay")]
    [InlineData("month")]
    public void The_longest_period_from_the_last_start_is_answered(string unit) =>
        ExplainDeadline.Explain("2100-12-31", "999", unit, WorkCalendar.National).Provisional.ShouldBeTrue();

    [Fact]
    public async Task Anyone_may_ask_over_http()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddTransient(_ => WorkCalendar.National);
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapExplainDeadline();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.GetAsync(
            new Uri("/api/deadlines/explain?start=2026-03-07&count=7&unit=calendarDay", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["start", "count", "unit", "due", "provisional", "steps"]);
        answer.GetProperty("due").GetString().ShouldBe("2026-03-16");
        answer.GetProperty("unit").GetString().ShouldBe("calendarDay");
        answer.GetProperty("steps")[0].EnumerateObject().Select(p => p.Name).ShouldBe(["date", "counted", "number", "why"]);
    }
}

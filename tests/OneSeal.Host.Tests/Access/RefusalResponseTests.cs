using System.Net;
using System.Text;
using Npgsql;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Access;

/// <summary>One host for all of a class's tests: they change nothing.</summary>
public sealed class UnchangingApp(PostgresFixture postgres) : IAsyncLifetime
{
    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal AccessApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await postgres.CreateDatabaseAsync();
        App = await AccessApp.StartAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }
}

[Collection(PostgresFixture.Collection)]
public sealed class RefusalResponseTests(UnchangingApp host) : IClassFixture<UnchangingApp>, IDisposable
{
    private readonly HttpClient _caller = host.App.Caller();

    public void Dispose() => _caller.Dispose();

    [Theory]
    [InlineData("""{"applicant": "王五", "copies": "two", "place": {"street": "一路", "since": "2026-01-01"}}""", "copies")]
    [InlineData("""{"applicant": "王五", "copies": 2, "place": {"street": "一路", "since": "2026-13-01"}}""", "place.since")]
    [InlineData("""{"applicant": "王五", "copies": 2, "place": {"street": null, "since": "2026-01-01"}}""", "place.street")]
    [InlineData("""{"applicant": "王五", "copies": 2, "place": {"since": "2026-01-01"}}""", "place.street")]
    [InlineData("""{"applicant": "王五", "place": {"street": "一路", "since": "2026-01-01"}}""", "copies")]
    [InlineData("""{"copies": 2, "place": {"street": "一路", "since": "2026-01-01"}}""", "applicant")]
    [InlineData("""{"applicant": "王五", "copies": 2, "copies": 3, "place": {"street": "一路", "since": "2026-01-01"}}""", "copies")]
    [InlineData("""{"applicant": "王五", "copies": 2, "place": {"street": "一路" """, "place")]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("not json", null)]
    public async Task A_body_that_cannot_be_read_is_answered_with_its_field(string body, string? field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var problem = await (await _caller.PostAsync("/api/filings", content))
            .ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request-malformed");

        if (field is null) problem.TryGetProperty("field", out _).ShouldBeFalse();
        else problem.GetProperty("field").GetString().ShouldBe(field);
    }

    [Theory]
    [InlineData("/api/pages?page=abc")]
    [InlineData("/api/pages")]
    public async Task A_query_that_cannot_be_read_is_answered_with_its_parameter(string path)
    {
        var problem = await (await _caller.GetAsync(path)).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request-malformed");

        problem.GetProperty("field").GetString().ShouldBe("page");
    }

    [Fact]
    public async Task A_body_too_large_is_refused()
    {
        using var content = new StringContent($$"""{"applicant": "{{new string('王', 10_000)}}"}""", Encoding.UTF8, "application/json");

        await (await _caller.PostAsync("/api/filings", content))
            .ShouldBeRefusedAsync(HttpStatusCode.RequestEntityTooLarge, "request-too-large");
    }

    [Fact]
    public async Task A_refusal_keeps_its_status()
    {
        var problem = await (await _caller.GetAsync("/api/refused")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "not-allowed");

        problem.GetProperty("type").GetString().ShouldBe("https://oneseal.invalid/refusals/not-allowed");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task A_fault_of_ours_tells_nothing_of_itself(string environment)
    {
        await using var app = await AccessApp.StartAsync(host.Database, environment);
        using var caller = app.Caller();

        var problem = await (await caller.GetAsync("/api/broken"))
            .ShouldBeRefusedAsync(HttpStatusCode.InternalServerError, "internal-fault");

        problem.ToString().ShouldNotContain("secret");
        problem.ToString().ShouldNotContain("Exception");
    }

    [Fact]
    public async Task An_unknown_address_is_not_found()
    {
        await (await _caller.GetAsync("/api/nowhere")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "address-unknown");
        (await _caller.GetAsync("/nowhere")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        var answer = await _caller.DeleteAsync("/api/filings");

        await answer.ShouldBeRefusedAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        answer.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task The_open_api_document_tells_what_a_request_must_bring()
    {
        var document = await (await _caller.GetAsync("/openapi/v1.json")).ShouldBeOkAsync();

        var filing = document.GetProperty("components").GetProperty("schemas").GetProperty("Filing");
        filing.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["applicant", "copies", "place"]);
        filing.GetProperty("properties").GetProperty("copies").GetProperty("type").GetString().ShouldBe("integer");
    }

    [Fact]
    public async Task Chinese_comes_back_as_it_was_sent_and_what_is_nullable_may_be_left_out()
    {
        using var content = new StringContent(
            """{"applicant":"王五<公司>","copies":2,"place":{"street":"一路","since":"2026-01-01"}}""", Encoding.UTF8, "application/json");

        var answer = await _caller.PostAsync("/api/filings", content);

        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"applicant":"王五<公司>","copies":2,"place":{"street":"一路","since":"2026-01-01"},"remark":null,"floor":null}""");
    }
}

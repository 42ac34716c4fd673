using System.Text;
using System.Text.Json;
using Npgsql;
using OneSeal.Host.Api;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Hall;

[Collection(PostgresFixture.Collection)]
public sealed class The_published_API(PostgresFixture postgres)
{
    /// <summary>Every address with who may call it: the reviewed table. A change here is a change of the API.</summary>
    [Fact]
    public async Task Stays_as_reviewed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var document = (await hall.Anybody().GetAsync("/openapi/v1.json")).Succeeded().Json;
        var table = new StringBuilder();
        foreach (var path in document.GetProperty("paths").EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var roles = operation.Value.GetProperty("x-allowed-roles").EnumerateArray().Select(r => r.GetString()).ToArray();
                table.AppendLine($"{operation.Name.ToUpperInvariant(),-4} {path.Name}: {(roles.Length == 0 ? "anyone" : string.Join(", ", roles))}");
            }
        }

        table.ToString().ShouldMatchApproved(c => c.NoDiff().SubFolder("approved"));
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("OneSeal 一章通办");
        document.ToString().ShouldNotContain("\"operationId\":null");
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
            .Select(o => o.Value.GetProperty("operationId").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task Says_what_is_asked_of_each_command()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var document = (await hall.Anybody().GetAsync("/openapi/v1.json")).Succeeded().Json;
        var draft = document.GetProperty("paths").GetProperty("/api/cases").GetProperty("post");
        draft.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out var _).ShouldBeTrue();
        JsonSerializer.Serialize(document.GetProperty("components").GetProperty("schemas")).ShouldContain("applicant");
    }

    /// <summary>Each use case calls its records Request, Answer and Row; in one document they must not become each other.</summary>
    [Fact]
    public async Task Keeps_the_records_of_two_use_cases_apart()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var document = (await hall.Anybody().GetAsync("/openapi/v1.json")).Succeeded().Json;

        BodyOf("/api/cases/{id}/decide").ShouldContain("granted");
        BodyOf("/api/requests/{id}/decide").ShouldNotBe(BodyOf("/api/cases/{id}/decide"));

        IEnumerable<string> BodyOf(string path)
        {
            var schema = document.GetProperty("paths").GetProperty(path).GetProperty("post").GetProperty("requestBody").GetProperty("content")
                .GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!.Split('/')[^1];
            return document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateObject()
                .Select(p => p.Name);
        }
    }

    /// <summary>The interface's client is made from what the program writes without a database.</summary>
    [Fact]
    public async Task Is_written_down_as_it_is_served()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await Hall.OpenAsync(database);
        var served = (await hall.Anybody().GetAsync("/openapi/v1.json")).Succeeded().Json;

        await using var nowhere = NpgsqlDataSource.Create("Host=nowhere.invalid");
        await using var app = HostProgram.Build(HostCommand.Parse(["openapi"]), nowhere);
        using var written = new MemoryStream();
        await ApiDescription.WriteAsync(app, written, CancellationToken.None);

        JsonElement.DeepEquals(JsonDocument.Parse(written.ToArray()).RootElement, served).ShouldBeTrue();
    }
}

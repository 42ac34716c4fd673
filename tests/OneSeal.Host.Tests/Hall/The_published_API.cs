using System.Text;
using System.Text.Json;
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
}

using System.Net;
using OneSeal.Host.Tests.Database;
using TheHall = OneSeal.Host.Tests.Hall.Hall;

namespace OneSeal.Host.Tests.Web;

/// <summary>The host serves the interface at every address that is nothing else; here nothing is built, so that a page says how.</summary>
[Collection(PostgresFixture.Collection)]
public sealed class Where_pages_are(PostgresFixture postgres)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/hall/")]
    [InlineData("/hall/licences/1.2.156.3005.2.11370390MB1A250252000.11370390MB1A00017K.2026000001.001.C")]
    [InlineData("/apis")]
    public async Task A_page_is_sent_with_the_rules_for_its_scripts(string address)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);

        using var answer = await hall.Anybody().Http.GetAsync(new Uri(address, UriKind.Relative));

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'self'");
        // Whether the interface lies beside the program under test depends on what was built before.
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/nothing-here")]
    [InlineData("POST", "/api/nothing-here")]
    [InlineData("GET", "/assets/nothing-here.js")]
    public async Task What_is_no_page_is_not_found(string method, string address)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var hall = await TheHall.OpenAsync(database);
        using var request = new HttpRequestMessage(new HttpMethod(method), address);

        using var answer = await hall.Anybody().Http.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

using System.Net.Http.Json;
using OneSeal.Sdk;

namespace OneSeal.Modules.Culture;

public sealed class CultureSystem(HttpClient http, ModuleSettings settings)
{
    public const string Address = "CultureAddress";

    public async Task<string?> OrderAgainstAsync(string organiser, CancellationToken cancellationToken) =>
        (await GetAsync<string[]>("orders?against=" + Uri.EscapeDataString(organiser), cancellationToken)).FirstOrDefault();

    public Task<IReadOnlyList<Inspection>> InspectionsAfterAsync(string? id, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<Inspection>>("inspections?after=" + Uri.EscapeDataString(id ?? ""), cancellationToken);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<T>(new Uri(new Uri(settings[Address]), path), cancellationToken)
        ?? throw new HttpRequestException("文化市场执法系统没有给出内容。");

    public sealed record Inspection(string Id, DateOnly On, string Licence, IReadOnlyList<string> Findings, IReadOnlyList<string> Inspectors);
}

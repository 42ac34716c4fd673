using System.Net.Http.Json;

namespace OneSeal.Modules.Transport;

/// <summary>The department's own enforcement system (交通运输执法系统), as far as approvals have to do with it.</summary>
public sealed class EnforcementSystem(HttpClient http, ModuleSettings settings)
{
    /// <summary>The setting with its address; without it neither is anything required before a grant, nor collected.</summary>
    public const string Address = "EnforcementAddress";

    /// <summary>The orders that are in force against a carrier; none for one that may operate.</summary>
    public Task<IReadOnlyList<Order>> OrdersInForceAsync(string carrier, CancellationToken cancellationToken) =>
        GetAsync<IReadOnlyList<Order>>($"carriers/{Uri.EscapeDataString(carrier)}/orders", cancellationToken);

    /// <summary>The penalties decided after those that came before the cursor.</summary>
    public Task<Penalties> PenaltiesAfterAsync(string? cursor, CancellationToken cancellationToken) =>
        GetAsync<Penalties>(cursor is null ? "penalties" : "penalties?after=" + Uri.EscapeDataString(cursor), cancellationToken);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        await http.GetFromJsonAsync<T>(new Uri($"{settings[Address].TrimEnd('/')}/{path}"), cancellationToken)
        ?? throw new HttpRequestException($"执法系统对 {path} 没有给出内容。");

    /// <summary>责令停业整顿 or 吊销许可 against a carrier.</summary>
    /// <param name="Kind">What is ordered, in Chinese.</param>
    /// <param name="Document">文号.</param>
    /// <param name="Until">The last day; null for no end.</param>
    public sealed record Order(string Kind, string Document, DateOnly? Until);

    /// <summary>A page of penalties.</summary>
    /// <param name="Next">The cursor behind them.</param>
    public sealed record Penalties(IReadOnlyList<Penalty> Items, string? Next);

    /// <summary>行政处罚决定.</summary>
    /// <param name="Carrier">统一社会信用代码 or 公民身份号码 of whom it is against.</param>
    /// <param name="Licence">证照标识, where it concerns what one licence permits.</param>
    public sealed record Penalty(
        string Id, DateOnly On, string Fault, string Document, string Article, string Kind, decimal? Amount, string Carrier, string? Licence);
}

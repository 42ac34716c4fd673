using Npgsql;
using OneSeal.Host.Cases;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Licences;

/// <summary>本局已有，免于提交: what was issued here is looked up in the register, and not taken on anybody's word.</summary>
internal sealed class HeldLicences(NpgsqlDataSource database)
{
    /// <summary>The names of the licences that a holder may use on a day.</summary>
    public async Task<IReadOnlySet<string>> NamesOfAsync(string region, string holder, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select name from oneseal.licences
            where region = $1 and holder_id = $2 and state in ('Valid', 'Changed', 'Renewed') and (valid_until is null or valid_until >= $3)
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = holder });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        return names;
    }

    public async Task CheckAsync(
        CommandContext context, Application application, IReadOnlyList<Material> asked, IReadOnlyList<HeldMaterial> handedIn,
        CancellationToken cancellationToken)
    {
        if (handedIn.All(m => m.Form != MaterialForm.Held)) return;
        Check(asked, handedIn, await NamesOfAsync(
            context.Region, application.Applicant.Identifier, LocalTime.DayOf(context.At), cancellationToken));
    }

    public static void Check(IReadOnlyList<Material> asked, IReadOnlyList<HeldMaterial> handedIn, IReadOnlySet<string> inForce)
    {
        foreach (var (index, held) in handedIn.Index())
        {
            if (held.Form == MaterialForm.Held && asked.FirstOrDefault(m => m.Key == held.Key) is { HeldAs: { } licence } material
                && !inForce.Contains(licence))
                throw new Refusal("licence-not-held", ("licence", licence), ("material", material.Name))
                {
                    Field = $"materials[{index}].form",
                };
        }
    }
}

using Npgsql;
using NpgsqlTypes;
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
    public async Task<IReadOnlySet<string>> NamesOfAsync(string region, string holder, DateOnly day, CancellationToken cancellationToken) =>
        (await OfAsync(region, holder, day, cancellationToken)).Select(l => l.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>The licences that a holder may use on a day.</summary>
    /// <param name="region">Where.</param>
    /// <param name="holder">Whose.</param>
    /// <param name="day">When.</param>
    /// <param name="cancellationToken">The caller has gone.</param>
    /// <param name="appliedForBy">Only what this person applied for: an applicant may write anybody's number into his draft.</param>
    public async Task<IReadOnlyList<HeldLicence>> OfAsync(
        string region, string holder, DateOnly day, CancellationToken cancellationToken, Guid? appliedForBy = null)
    {
        await using var command = database.CreateCommand(
            """
            select name, identifier, valid_until from oneseal.licences l
            where region = $1 and holder_id = $2 and state in ('Valid', 'Changed', 'Renewed') and (valid_until is null or valid_until >= $3)
              and ($4::uuid is null or exists (
                select from oneseal.cases c where c.region = l.region and c.id = l.case_id and c.drafted_by = $4))
            order by identifier
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = holder });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)appliedForBy ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var held = new List<HeldLicence>();
        while (await reader.ReadAsync(cancellationToken))
        {
            held.Add(new HeldLicence(
                reader.GetString(0), reader.GetString(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<DateOnly>(2)));
        }

        return held;
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

/// <summary>A licence that its holder may use.</summary>
internal sealed record HeldLicence(string Name, string Identifier, DateOnly? ValidUntil);

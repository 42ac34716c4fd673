using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Cases;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Licences;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Feedback;

/// <summary>Finds what a department reports about, and whether it supervises it.</summary>
internal sealed class SubjectFinder(NpgsqlDataSource database)
{
    public async Task<FeedbackSubject> FindAsync(JournalWork work, FeedbackAbout about, CancellationToken cancellationToken) =>
        about.Kind switch
        {
            SubjectKind.Licence => await LicenceAsync(work, about.Id, cancellationToken),
            SubjectKind.Item => await ItemAsync(work, about.Id, cancellationToken),
            _ => HolderOf(about),
        };

    /// <summary>A department's pushes of a licence, the newest first.</summary>
    public async Task<IReadOnlyList<string>> PushesAsync(CommandContext context, string licence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "select id from oneseal.pushes where region = $1 and licence = $2 and recipient = $3 order by pushed_at desc, id desc");
        foreach (var text in new[] { context.Region, licence, context.Actor.Organisation.Code })
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pushes = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) pushes.Add(reader.GetString(0));
        return pushes;
    }

    // Whoever inspects may report on anybody: what it is worth the reviewer judges.
    public static FeedbackSubject HolderOf(FeedbackAbout about)
    {
        if (!CitizenNumber.TryParse(about.Id, null, out _) && !SocialCreditCode.TryParse(about.Id, null, out _))
            throw new Refusal("holder-number") { Field = "about.id" };
        if (string.IsNullOrWhiteSpace(about.Name)) throw new Refusal("holder-name-missing") { Field = "about.name" };
        return new FeedbackSubject(SubjectKind.Holder, null, about.Name, about.Id, null, null);
    }

    public static bool Supervises(Organisation department, Item item, DateTimeOffset at) =>
        department.Code == item.Department.Code || department.Code == item.OwnerAt(at).Supervisor.Code;

    private async Task<FeedbackSubject> LicenceAsync(JournalWork work, string id, CancellationToken cancellationToken)
    {
        var licence = LicenceIdentifier.TryParse(id, out var identifier)
            ? await work.LoadAsync(Licence.Kind, identifier!.ToString(), cancellationToken)
            : null;
        if (licence is not { Exists: true }) throw Refusal.NotFound("feedback-licence-unknown", ("licence", id));
        var of = licence.State;
        var @case = await work.LoadAsync(Case.Kind, of.CaseId, cancellationToken);
        var department = work.Context.Actor.Organisation;
        if (@case.State.Under!.Supervisor.Code != department.Code
            && await PushesAsync(work.Context, licence.Name.Id, cancellationToken) is [])
            throw NotSupervised("licence-of-another-department", @case.State.Under.Supervisor, department);
        return new FeedbackSubject(SubjectKind.Licence, licence.Name.Id, of.Holder, of.HolderIdentifier, of.Item, of.ItemName);
    }

    private static async Task<FeedbackSubject> ItemAsync(JournalWork work, string code, CancellationToken cancellationToken)
    {
        var item = await work.LoadAsync(Item.Kind, code, cancellationToken);
        if (!item.Exists) throw Refusal.NotFound("item-unknown", ("id", code));
        var department = work.Context.Actor.Organisation;
        if (!Supervises(department, item.State, work.Context.At))
            throw NotSupervised("item-of-another-department", item.State.OwnerAt(work.Context.At).Supervisor, department);
        return new FeedbackSubject(SubjectKind.Item, null, null, null, code, item.State.Name);
    }

    private static Refusal NotSupervised(string code, Organisation supervisor, Organisation own) =>
        new(code, ("supervisor", supervisor.Name), ("own", own.Name)) { Status = StatusCodes.Status403Forbidden, Field = "about.id" };
}

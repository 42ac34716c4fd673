using Npgsql;
using OneSeal.Host.Access;
using OneSeal.Host.Catalogue;
using OneSeal.Host.Journal;
using OneSeal.Host.Linkage;
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
        var stream = (await SupervisedLicence.LoadAsync(work, database, id, "about.id", cancellationToken)).Licence;
        var of = stream.State;
        return new FeedbackSubject(SubjectKind.Licence, stream.Name.Id, of.Holder, of.HolderIdentifier, of.Item, of.ItemName);
    }

    private static async Task<FeedbackSubject> ItemAsync(JournalWork work, string code, CancellationToken cancellationToken)
    {
        var item = await work.LoadAsync(Item.Kind, code, cancellationToken);
        if (!item.Exists) throw Refusal.NotFound("item-unknown", ("id", code));
        var department = work.Context.Actor.Organisation;
        if (!Supervises(department, item.State, work.Context.At))
        {
            var supervisor = item.State.OwnerAt(work.Context.At).Supervisor;
            throw new Refusal("item-of-another-department", ("supervisor", supervisor.Name), ("own", department.Name))
            {
                Status = StatusCodes.Status403Forbidden, Field = "about.id",
            };
        }

        return new FeedbackSubject(SubjectKind.Item, null, null, null, code, item.State.Name);
    }
}

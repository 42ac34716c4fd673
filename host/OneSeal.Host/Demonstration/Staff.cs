using System.Security.Cryptography;
using System.Text;
using OneSeal.Host.Access;

namespace OneSeal.Host.Demonstration;

/// <summary>Somebody of the story, who can sign in afterwards.</summary>
internal sealed record Person(string UserName, string Name, string Position, Role Role, Organisation Organisation, string Region)
{
    /// <summary>Follows from the name, so that the journal knows the same person whenever the story is told.</summary>
    public Guid Id => new(SHA256.HashData(Encoding.UTF8.GetBytes("oneseal demonstration " + UserName)).AsSpan(0, 16));

    public Actor Actor =>
        new(Id, Name, Role, Organisation, Region, Texts.Text.Of(Role == Role.Public ? "authority.public" : "authority.post"));

    public NewAccount Account(string password) => new(UserName, password, Name, Region, Organisation, [Role]) { Id = Id, Post = Position };
}

/// <summary>Everybody of the story.</summary>
internal sealed class Staff
{
    private readonly ILookup<(string Organisation, Role Role), Person> _posts;

    /// <param name="district">The district.</param>
    /// <param name="departments">Each module's id and its department.</param>
    public Staff(District district, IReadOnlyList<(string Module, Organisation Department)> departments)
    {
        var surnames = district.Surnames;
        var held = 0;
        People =
        [
            .. district.BureauStaff.Select(p => Of(p, district.Bureau)),
            .. departments.SelectMany(d => district.DepartmentStaff.Select(p => Of(
                p with { Account = $"{d.Module.ToLowerInvariant()}-{p.Account}", Name = NextName() }, d.Department))),
            Of(district.TownOfficer, district.Town),
            Of(district.Applicant, Organisation.None),
        ];
        _posts = People.ToLookup(p => (p.Organisation.Code, p.Role));
        Applicant = People[^1];
        Administrator = Holder(district.Bureau, Role.Administrator);

        Person Of(Post post, Organisation organisation) =>
            new(post.Account, post.Name, post.Position, post.Role, organisation, district.Region);

        // 李某, and when the surnames are used up 李某某: nobody's real name.
        string NextName()
        {
            var name = surnames[held % surnames.Count] + (held < surnames.Count ? "某" : "某某");
            held++;
            return name;
        }
    }

    public IReadOnlyList<Person> People { get; }

    public Person Applicant { get; }

    public Person Administrator { get; }

    /// <summary>Somebody who holds a post and is not a certain person (受审分离).</summary>
    public Person Other(Organisation organisation, Role role, Guid? than) =>
        _posts[(organisation.Code, role)].FirstOrDefault(p => p.Id != than)
        ?? throw new InvalidOperationException($"{organisation.Name} has nobody else who is {role}.");

    /// <summary>Who holds a post; of several the one whose turn it is.</summary>
    public Person Holder(Organisation organisation, Role role, int turn = 0) =>
        _posts[(organisation.Code, role)].ToArray() is { Length: > 0 } holders
        ? holders[turn % holders.Length]
        : throw new InvalidOperationException($"{organisation.Name} has nobody who is {role}.");
}

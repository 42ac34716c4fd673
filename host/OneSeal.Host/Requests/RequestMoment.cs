using OneSeal.Host.Access;
using OneSeal.Host.Deadlines;
using OneSeal.Host.Journal;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Requests;

/// <summary>All that a rule may know beside the request and what is asked: when, who, where and by which calendar.</summary>
internal sealed record RequestMoment(string RequestId, CommandContext Context, Locality Locality, WorkCalendar Calendar)
{
    public DateOnly Today { get; } = LocalTime.DayOf(Context.At);

    public Actor Actor => Context.Actor;

    /// <summary>The bureau's side: whose item it was when the request came.</summary>
    public void RequireOwner(FormalRequest request) => Require(request.Owner);

    /// <summary>The side that asks.</summary>
    public void RequireDepartment(FormalRequest request) => Require(request.Department);

    private void Require(Organisation side)
    {
        if (Actor.Organisation.Code == side.Code) return;
        throw new Refusal("request-of-another", ("side", side.Name), ("own", Actor.Organisation.Name))
        {
            Status = StatusCodes.Status403Forbidden,
        };
    }
}

using OneSeal.Host.Modules;
using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>
/// 准予前核查: what a department's module requires before a person grants. It fails closed: what cannot be asked is not taken for met.
/// </summary>
internal sealed class GrantRequirements(ModuleCalls calls)
{
    /// <exception cref="Refusal">One could not be asked.</exception>
    public async Task<IReadOnlyList<AnsweredRequirement>> AskAsync(Case @case, CancellationToken cancellationToken)
    {
        var item = ItemCode.Parse(@case.Item);
        // What the module asks for now; while it is not loaded, what it asked for when the case was filed.
        var names = calls.RequirementsFor(item) ?? @case.Under!.Requirements;
        var answered = new List<AnsweredRequirement>();
        foreach (var name in names)
        {
            var answer = await AskAsync(item, name, @case, cancellationToken);
            answered.Add(new AnsweredRequirement(name, answer.IsMet, answer.Reason));
        }

        return answered;
    }

    private async Task<RequirementAnswer> AskAsync(ItemCode item, string name, Case @case, CancellationToken cancellationToken)
    {
        var applicant = @case.Application!.Applicant;
        try
        {
            return await calls.CheckRequirementAsync(
                new RequirementCheck(
                    item, name, @case.Number!, @case.ReceivedOn!.Value, applicant.Name, applicant.Identifier, @case.Application.Form),
                cancellationToken);
        }
        catch (Exception e) when (e is ModuleFault or Refusal)
        {
            throw new Refusal("requirement-unavailable", ("requirement", name), ("reason", e.Message))
            {
                Status = StatusCodes.Status503ServiceUnavailable,
            };
        }
    }
}

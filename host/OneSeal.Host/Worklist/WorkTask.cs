using OneSeal.Host.Access;

namespace OneSeal.Host.Worklist;

/// <summary>待办: something that somebody must do now.</summary>
/// <param name="Key">What: a verb, or a verb and its object, such as <c>step:KEY</c>; unique within its stream.</param>
/// <param name="Organisation">Whose task it is.</param>
/// <param name="Role">In what role it is done.</param>
/// <param name="Title">What is to be done, in Chinese.</param>
/// <param name="Due">By when; <see cref="NoDay"/> for no day of its own.</param>
/// <param name="Since">Since when it waits.</param>
internal sealed record WorkTask(string Key, Organisation Organisation, Role Role, string Title, DateOnly Due, DateOnly Since)
{
    /// <summary>A task without a day of its own stands behind all that have one.</summary>
    public static readonly DateOnly NoDay = new(9999, 12, 31);
}

/// <summary>What a list shows of what a task is about.</summary>
/// <param name="Number">办件编号, or whatever number people say of it.</param>
/// <param name="ItemName">事项名称.</param>
/// <param name="Party">The applicant or holder.</param>
internal sealed record TaskLabel(string Number, string ItemName, string Party);

namespace OneSeal.Host.Access;

internal enum Role { Window, Reviewer, Decider, SealKeeper, Administrator, DepartmentOfficer, Public, System }

internal sealed record Organisation(string Name, string Code);

internal sealed record Actor(Guid Id, string Name, Role Role, Organisation Organisation, string Region, string Authority);

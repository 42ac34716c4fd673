namespace OneSeal.Host.Deliveries;

/// <summary>How a recipient is written in the ledger.</summary>
internal static class Recipients
{
    /// <summary>A module that performs an automatic step.</summary>
    public static string Module(string id) => "module:" + id;

    /// <summary>The hooks of the module of an organisation.</summary>
    public static string Hooks(string organisation) => "hooks:" + organisation;

    /// <summary>An organisation's own system.</summary>
    public static string System(string organisation) => "system:" + organisation;
}

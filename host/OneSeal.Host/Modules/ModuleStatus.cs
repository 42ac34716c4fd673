namespace OneSeal.Host.Modules;

/// <summary>How far a module has come, or why it has not.</summary>
internal enum ModuleStatus
{
    /// <summary>已发现: its folder is there; none of its code is loaded.</summary>
    Found,

    /// <summary>已加载: loaded and registered whole, and never enabled since.</summary>
    Loaded,

    /// <summary>已启用: it is called.</summary>
    Enabled,

    /// <summary>已停用: loaded, but an administrator has stopped calls into it.</summary>
    Disabled,

    /// <summary>不兼容: built for an SDK that this host does not offer.</summary>
    Unsupported,

    /// <summary>故障: it could not be loaded, or was taken out because its code hangs.</summary>
    Malfunctioned,
}

/// <summary>For whom an enabled module serves. Whether a memorandum allows it is the caller's to know.</summary>
internal enum ModuleService
{
    /// <summary>The department's own window in the hall.</summary>
    Department,

    /// <summary>The bureau as well, under a memorandum in force.</summary>
    Bureau,
}

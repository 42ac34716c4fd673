namespace OneSeal.Host.LongWork;

internal enum LongWorkKind
{
    /// <summary>核验日志.</summary>
    VerifyJournal,

    /// <summary>重建查询数据: all snapshots and read models anew from the events.</summary>
    Rebuild,
}

internal enum LongWorkState
{
    Running,

    /// <summary>It came to its end; what it found is the result.</summary>
    Done,

    Failed,

    /// <summary>Somebody called it off, and nothing has changed.</summary>
    Cancelled,

    /// <summary>The host ended meanwhile, and nothing has changed.</summary>
    Interrupted,
}

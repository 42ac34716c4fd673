using System.Reflection;
using System.Runtime.CompilerServices;

namespace OneSeal.Host.Modules;

/// <summary>
/// A module's exception as text. An exception's message and trace are code of the module too, so this is done where that code may run;
/// and nothing that keeps the exception leaves there.
/// </summary>
internal sealed record ModuleCause(string Message, string Trace)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ModuleCause Of(Exception e)
    {
        var inner = e is TargetInvocationException { InnerException: { } thrown } ? thrown : e;
        try
        {
            return new($"{inner.GetType().Name}: {inner.Message}", inner.ToString());
        }
#pragma warning disable CA1031 // Whatever a module's exception throws when it is read, it is still an exception of that type.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new(inner.GetType().Name, "");
        }
    }
}

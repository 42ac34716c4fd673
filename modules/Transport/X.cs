namespace OneSeal.Modules.Transport;
internal static class X { }

namespace OneSeal.Modules.Health;
internal static class X { }

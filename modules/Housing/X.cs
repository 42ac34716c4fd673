namespace OneSeal.Modules.Housing;
internal static class X { }

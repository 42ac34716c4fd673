namespace OneSeal.Sdk;
internal static class X { }

using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneSeal.Sdk;

/// <summary>How every vocabulary of the SDK is written in JSON: by name in camel case, never by number.</summary>
/// <typeparam name="T">The vocabulary.</typeparam>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

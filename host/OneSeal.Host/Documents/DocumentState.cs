using System.Text.Json;
using System.Text.Json.Serialization;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>What the public may rely on a document for; one that grants a licence is worth what the licence is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DocumentState>))]
internal enum DocumentState
{
    /// <summary>未用印: made, but nobody has put the seal on it; it has no effect.</summary>
    [JsonStringEnumMemberName("unsealed")]
    Unsealed,

    /// <summary>有效.</summary>
    [JsonStringEnumMemberName("valid")]
    Valid,
}

internal static class DocumentStateText
{
    extension(DocumentState state)
    {
        public string Key => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

        public string Label => Text.Of("document.state." + state.Key);
    }
}

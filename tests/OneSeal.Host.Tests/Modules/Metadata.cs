using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using OneSeal.Host.Modules;

namespace OneSeal.Host.Tests.Modules;

/// <summary>Makes an assembly tell an untruth about itself.</summary>
internal static class Metadata
{
    /// <summary>Writes another major version into an assembly's reference to the SDK.</summary>
    public static void ClaimSdkVersion(string path, ushort major)
    {
        var bytes = File.ReadAllBytes(path);
        int row;
        using (var file = new PEReader(new MemoryStream(bytes)))
        {
            var reader = file.GetMetadataReader();
            var sdk = reader.AssemblyReferences.Single(h => reader.GetString(reader.GetAssemblyReference(h).Name) == SharedAssemblies.SdkName);
            row = file.PEHeaders.MetadataStartOffset
                + reader.GetTableMetadataOffset(TableIndex.AssemblyRef)
                + ((MetadataTokens.GetRowNumber(sdk) - 1) * reader.GetTableRowSize(TableIndex.AssemblyRef));
        }

        // The row begins with the major version, two bytes (ECMA-335, II.22.5).
        BitConverter.TryWriteBytes(bytes.AsSpan(row), major).ShouldBeTrue();
        File.WriteAllBytes(path, bytes);
    }
}

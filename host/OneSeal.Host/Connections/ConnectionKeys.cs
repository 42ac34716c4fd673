using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OneSeal.Host.Connections;

/// <summary>Makes connections' secrets, and seals and opens them.</summary>
internal sealed class ConnectionKeys(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private readonly IDataProtector _protector = protection.CreateProtector("OneSeal.Connections");

    /// <summary>A new secret, sealed.</summary>
    public string Issue() => _protector.Protect(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>The secret as it is given to a person, in the form of Standard Webhooks.</summary>
    public string Reveal(ConnectionKey key) => _protector.Unprotect(key.ProtectedSecret);

    /// <summary>The secret as signatures are made with it.</summary>
    public byte[] Bytes(ConnectionKey key) => Convert.FromBase64String(Reveal(key)[Prefix.Length..]);
}

using OneSeal.Host.Texts;
using OneSeal.Sdk;

namespace OneSeal.Host.Cases;

/// <summary>Whether what is handed in is what the item asks for.</summary>
internal static class MaterialCheck
{
    /// <summary>Nothing the item does not ask for is taken in.</summary>
    public static void RequireAsked(IReadOnlyList<Material> asked, IReadOnlyList<HeldMaterial> handedIn)
    {
        foreach (var (index, held) in handedIn.Index())
        {
            if (asked.All(m => m.Key != held.Key))
                throw new Refusal("material-not-asked", ("material", held.Key)) { Field = $"materials[{index}].key" };
        }
    }

    /// <summary>Only what is a copy of a licence can lie with the bureau already; anything else must be brought.</summary>
    public static void RequireHeldAsLicence(IReadOnlyList<Material> asked, IReadOnlyList<HeldMaterial> handedIn)
    {
        foreach (var (index, held) in handedIn.Index())
        {
            if (held.Form == MaterialForm.Held && asked.FirstOrDefault(m => m.Key == held.Key) is { HeldAs: null } material)
                throw new Refusal("material-not-held", ("material", material.Name)) { Field = $"materials[{index}].form" };
        }
    }
}

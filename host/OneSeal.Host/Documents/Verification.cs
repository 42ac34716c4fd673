using OneSeal.Host.Licences;
using OneSeal.Host.Localities;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Documents;

/// <summary>What the public page has to say about a number somebody scanned or typed.</summary>
internal abstract record Verification
{
    private Verification()
    {
    }

    /// <remarks>Anybody can open the page: of the holder it shows only enough to compare with the paper in hand.</remarks>
    /// <param name="Kind">The document's, or <c>licence</c>.</param>
    /// <param name="DisplayNumber">文号 of a document.</param>
    /// <param name="AsOf">When it was asked, in Beijing.</param>
    internal sealed record Found(
        string Number, string Kind, string Title, string? DisplayNumber, string Issuer, string ItemName, string MaskedHolder,
        DateOnly IssuedOn, string State, string StateName, string Meaning, DateTimeOffset AsOf) : Verification
    {
        public string? LicenceName { get; init; }

        public DateOnly? ValidFrom { get; init; }

        public DateOnly? ValidUntil { get; init; }

        /// <param name="granted">The licence it grants, once that is issued: then the paper is worth what the licence is.</param>
        public static Found Of(NoticeContent content, Licence? granted, DateTimeOffset now)
        {
            var document = content.IsSealed || !content.Kind.NeedsSeal ? DocumentState.Valid : DocumentState.Unsealed;
            var found = new Found(
                content.Number.ToString(), content.Kind.Key, content.Kind.Title, content.DisplayNumber, content.IssuingOrganisation,
                content.ItemName, MaskedName.Of(content.ApplicantName), content.IssuedOn, document.Key, document.Label,
                Text.Of("document.meaning." + document.Key), LocalTime.Of(now))
            {
                LicenceName = content.Licence?.Name, ValidFrom = content.Licence?.ValidFrom, ValidUntil = content.Licence?.ValidUntil,
            };
            return granted is null ? found : found.With(granted);
        }

        public static Found Of(LicenceIdentifier identifier, Licence licence, DateTimeOffset now) => new Found(
            identifier.ToString(), "licence", licence.Name, null, licence.Issuer.Name, licence.ItemName, MaskedName.Of(licence.Holder),
            licence.ValidFrom, "", "", "", LocalTime.Of(now)).With(licence);

        private Found With(Licence licence)
        {
            var today = LocalTime.DayOf(AsOf);
            var state = licence.StateOn(today);
            return this with
            {
                State = state.InJson(),
                StateName = state.InChinese(),
                Meaning = Text.Of("licence.meaning." + state),
                LicenceName = licence.Name,
                ValidFrom = licence.ValidFrom,
                ValidUntil = licence.LastDayOn(today),
            };
        }
    }

    internal sealed record NotFound(string Number) : Verification;

    /// <param name="Entered">What was entered, as it came.</param>
    /// <param name="Advice">What is wrong with it: the message of the refusal of <see cref="DocumentNumber.Parse"/>.</param>
    internal sealed record Malformed(string Entered, string Advice) : Verification;
}

using System.Globalization;
using OpenOne.Domain;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Mapping keys as text, as they are stored and exchanged: what <see cref="MappingKey"/> prints, read back.</summary>
public static class MappingKeyText
{
    /// <summary>Reads what a key's <c>ToString</c> wrote, such as <c>sales food/12</c>.</summary>
    /// <returns><see langword="null"/> when the text is no key.</returns>
    public static MappingKey? Read(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (kind, subject) = space < 0 ? (text, "") : (text[..space], text[(space + 1)..]);
        return (kind, subject) switch
        {
            ("sales", { Length: > 0 }) => ReadSales(subject),
            ("vat", _) when ReadRate(subject) is { } rate => new MappingKey.OutputVat(rate),
            ("payment", { Length: > 0 }) => new MappingKey.Payment(new PaymentMeans(subject)),
            ("gift-cards", "") => new MappingKey.GiftCards(),
            ("gift-cards-sold", "") => new MappingKey.GiftCardsSold(),
            ("gift-cards-redeemed", "") => new MappingKey.GiftCardsRedeemed(),
            ("gift-cards-expired", "") => new MappingKey.GiftCardsExpired(),
            ("tips", "") => new MappingKey.Tips(),
            ("tips-paid-out", "") => new MappingKey.TipsPaidOut(),
            ("suspense", "") => new MappingKey.Suspense(),
            ("rounding", "") => new MappingKey.Rounding(),
            ("cash-difference", "") => new MappingKey.CashDifference(),
            ("cash-withdrawals", "") => new MappingKey.CashWithdrawals(),
            ("cash-deposits", "") => new MappingKey.CashDeposits(),
            _ => null,
        };
    }

    /// <summary>A product group may hold a slash of its own, so the last one parts it from the rate.</summary>
    private static MappingKey? ReadSales(string subject)
    {
        var slash = subject.LastIndexOf('/');
        if (slash < 1)
        {
            return null;
        }

        var (group, rate) = (subject[..slash], subject[(slash + 1)..]);
        return (group, rate) switch
        {
            ("*", _) => ReadRate(rate) is { } percent ? new MappingKey.SalesAtRate(percent) : null,
            (_, "*") => new MappingKey.SalesOfGroup(new ProductGroup(group)),
            _ => ReadRate(rate) is { } percent ? new MappingKey.Sales(new ProductGroup(group), percent) : null,
        };
    }

    private static VatRate? ReadRate(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
        && VatRate.TryFromPercent(percent, out var rate) ? rate : null;
}

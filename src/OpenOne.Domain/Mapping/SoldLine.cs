using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>Something that was sold, or that an invoice receipt takes back out of the day's sales.</summary>
/// <param name="Sale">What was sold; negative when it is taken back.</param>
/// <param name="Receipt">The receipt that takes it back; <see langword="null"/> for a line of the Z-report's sales.</param>
internal readonly record struct SoldLine(Sale Sale, string? Receipt)
{
    /// <summary>By rate, highest first; then by product group; then by name.</summary>
    public static int InOrder(SoldLine one, SoldLine other)
    {
        var order = other.Sale.Rate.CompareTo(one.Sale.Rate);
        order = order != 0 ? order : string.CompareOrdinal(one.Sale.Group.Code, other.Sale.Group.Code);
        return order != 0 ? order : string.CompareOrdinal(one.Sale.Name, other.Sale.Name);
    }

    /// <summary>Where it stands on the Z-report.</summary>
    /// <param name="balance">What it brings to a row.</param>
    public ZLine Source(Money balance) => Receipt is null
        ? new(ZPart.Sales, Sale.Group.Code, Sale.Name, Sale.Rate, balance)
        : new(ZPart.Invoices, Receipt, null, Sale.Rate, balance);
}

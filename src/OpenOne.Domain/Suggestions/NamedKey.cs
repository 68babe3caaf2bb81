using System.Collections.Immutable;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Suggestions;

/// <summary>A key of the account mapping as a register speaks of it.</summary>
/// <param name="Key">What is to be mapped.</param>
/// <param name="Name">What the register calls it, where it says.</param>
public sealed record NamedKey(MappingKey Key, string? Name)
{
    /// <summary>Every key that the voucher of a closing needs an account for, each once.</summary>
    /// <remarks>A product group or a means of zero öre is a key as well: what is in the register today is sold tomorrow.</remarks>
    public static ImmutableArray<NamedKey> Of(Closing closing)
    {
        var keys = new List<NamedKey>(closing.Sales.Length + closing.Payments.Length + 4);
        keys.AddRange(closing.Sales.Select(sale => new NamedKey(new MappingKey.Sales(sale.Group, sale.Rate), sale.Name)));
        keys.AddRange(closing.Vat.Where(line => line.Rate != VatRate.None)
            .Select(line => new NamedKey(new MappingKey.OutputVat(line.Rate), null)));
        keys.AddRange(closing.Payments.Select(payment => new NamedKey(new MappingKey.Payment(payment.Means), payment.Name)));
        AddWhen(closing.Payments.Any(payment => payment.Tip != Money.Zero), new MappingKey.Tips());
        AddWhen(closing.Rounding != Money.Zero, new MappingKey.Rounding());
        AddWhen(closing.CashDifference != Money.Zero, new MappingKey.CashDifference());
        return [.. keys.DistinctBy(named => named.Key)];

        void AddWhen(bool happened, MappingKey key)
        {
            if (happened)
            {
                keys.Add(new(key, null));
            }
        }
    }
}

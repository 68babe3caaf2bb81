using System.Collections.Immutable;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Suggestions;

/// <summary>A key of the account mapping as a register speaks of it.</summary>
/// <param name="Key">What is to be mapped.</param>
/// <param name="Name">What the register calls it, where it says.</param>
public sealed record NamedKey(MappingKey Key, string? Name)
{
    /// <summary>Every key that the voucher of a Z-report can need an account for, each once, whatever its amount.</summary>
    /// <remarks>A row of zero öre is a key as well: what is in the register today is sold tomorrow.</remarks>
    public static ImmutableArray<NamedKey> Of(ZReport report)
    {
        var keys = new List<NamedKey>();
        keys.AddRange(report.Sales.Select(line => new NamedKey(new MappingKey.Sales(line.Group, line.Rate), line.Name)));
        keys.AddRange(report.Vat.Where(line => line.Rate != VatRate.None)
            .Select(line => new NamedKey(new MappingKey.OutputVat(line.Rate), null)));
        keys.AddRange(report.Payments.Select(line => new NamedKey(new MappingKey.Payment(line.Means), line.Name)));
        if (report.Payments.Any(line => line.Tip != Money.Zero))
        {
            keys.Add(new(new MappingKey.Tips(), null));
        }

        if (report.Rounding != Money.Zero)
        {
            keys.Add(new(new MappingKey.Rounding(), null));
        }

        if (report.Cash?.Counted is not null)
        {
            keys.Add(new(new MappingKey.CashDifference(), null));
        }

        return [.. keys.DistinctBy(named => named.Key)];
    }
}

using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.Domain.Tests;

/// <summary>Composing, with the complete mapping and the usual terms unless a test says otherwise.</summary>
internal static class Compositions
{
    public static Composition Compose(Closing closing, MappingBuilder? mapping = null, VoucherTerms? terms = null) =>
        VoucherComposer.Compose(closing, (mapping ?? A.Mapping).Build(), terms ?? A.Terms);

    public static Composition Compose(
        ClosingBuilder closing, MappingBuilder? mapping = null, VoucherTerms? terms = null) =>
        Compose(closing.Build(), mapping, terms);

    public static Voucher Voucher(Closing closing, MappingBuilder? mapping = null, VoucherTerms? terms = null) =>
        Compose(closing, mapping, terms).ShouldBeOfType<Composition.Composed>().Voucher;
}

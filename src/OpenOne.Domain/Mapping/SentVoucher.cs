using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>The terms that a voucher was made by, found again from what was sent.</summary>
/// <remarks>What a company has chosen may have changed since. The voucher names its mapping version; of the few terms that decide about
/// accounts and amounts, those under which it comes out as it was sent are those it was made by.</remarks>
public static class SentVoucher
{
    /// <summary>The terms under which the closing comes out as the voucher that was sent.</summary>
    /// <param name="closing">The closing that it books.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="mapping">The version of the mapping that it names.</param>
    /// <param name="today">The terms as they are now.</param>
    /// <returns><see langword="null"/> when there are none: then nothing is said about it rather than something wrong.</returns>
    public static VoucherTerms? TermsOf(Closing closing, Voucher sent, AccountMapping mapping, VoucherTerms today)
    {
        var fingerprint = VoucherFingerprint.Of(sent);
        return Candidates(today).Cast<VoucherTerms?>().FirstOrDefault(terms =>
            VoucherComposer.Compose(closing, mapping, terms!) is Composition.Composed(var voucher)
            && VoucherFingerprint.Of(voucher) == fingerprint);
    }

    private static IEnumerable<VoucherTerms> Candidates(VoucherTerms today) =>
        from invoices in ImmutableArray.Create(today.InvoicesInSpiris, !today.InvoicesInSpiris)
        from unmapped in ImmutableArray.Create(WhenUnmapped.BookToSuspense, WhenUnmapped.HoldDay)
        select today with { InvoicesInSpiris = invoices, WhenUnmapped = unmapped };
}

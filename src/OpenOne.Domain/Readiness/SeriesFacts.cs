using System.Collections.Immutable;

namespace OpenOne.Domain.Readiness;

/// <summary>A verification series (verifikationsserie) that vouchers stand in, and who uses it.</summary>
/// <param name="Name">The series.</param>
/// <param name="Uses">How many vouchers of each origin.</param>
/// <remarks>No part of the Spiris API lists the series, so one without a voucher is not known.</remarks>
public sealed record SeriesFacts(string Name, ImmutableArray<SeriesUse> Uses)
{
    /// <summary>Those that are not ours, the most frequent first.</summary>
    public IEnumerable<SeriesUse> Others => Uses.Where(use => use.Origin is not VoucherOrigin.Ours).OrderByDescending(use => use.Vouchers);
}

/// <summary>How many vouchers of a series came from where.</summary>
public sealed record SeriesUse(VoucherOrigin Origin, int Vouchers);

/// <summary>Where a voucher came from, as people tell them apart.</summary>
public enum VoucherOrigin
{
    /// <summary>We sent it.</summary>
    Ours = 1,

    /// <summary>Somebody booked it by hand, or another program over the API.</summary>
    ByHand = 2,

    /// <summary>Read from a SIE file.</summary>
    SieImport = 3,

    /// <summary>Customer invoices.</summary>
    Sales = 4,

    /// <summary>Supplier invoices and receipts.</summary>
    Purchases = 5,

    /// <summary>Bank and payments.</summary>
    Bank = 6,

    /// <summary>Anything else.</summary>
    Other = 7,
}

/// <summary>A voucher that somebody else booked on an account of sales, so that a day may stand in the books already.</summary>
/// <param name="Number">Series and number.</param>
/// <param name="Date">The day it is booked on.</param>
/// <param name="Origin">By hand, or from a SIE file.</param>
public sealed record OutsideVoucher(string Number, DateOnly Date, VoucherOrigin Origin);

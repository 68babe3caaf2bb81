using System.Collections.Immutable;

namespace OpenOne.Sie.Tests;

/// <summary>Small documents to vary.</summary>
internal static class A
{
    public static SieIdentification Identification { get; } = new()
    {
        Program = "Test",
        ProgramVersion = "1.0",
        Generated = new(2026, 11, 21),
        CompanyName = "Exempel AB",
    };

    public static SieIdentification Ledger { get; } = Identification with
    {
        Kind = SieKind.Ledger,
        Years = [new(0, new(2026, 1, 1), new(2026, 12, 31)), new(-1, new(2025, 1, 1), new(2025, 12, 31))],
    };

    public static SieVoucher Voucher(string text = "Dagskassa", ImmutableArray<SieRow>? rows = null) =>
        new(new(2026, 11, 20), text, rows ?? [new("1910", 100_00), new("3001", -100_00)]);

    public static SieDocument Document(params ImmutableArray<SieVoucher> vouchers) =>
        new() { Identification = Identification, Vouchers = vouchers };
}

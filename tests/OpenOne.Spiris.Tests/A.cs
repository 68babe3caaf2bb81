using Microsoft.Extensions.Time.Testing;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;

namespace OpenOne.Spiris.Tests;

/// <summary>Things that tests are about.</summary>
internal static class A
{
    public const string ClientSecret = "client-secret-nobody-may-see";

    public static readonly DateOnly Date = new(2026, 11, 20);

    public static readonly VoucherKey Key = KeyOf("7F3K-Q2MD-9T");

    public static Voucher Voucher { get; } = VoucherOf(
        $"Dagskassa 2026-11-20 Z 1284 EXEMPEL1 {Key.Marker}",
        (1686, 90_00, "Kort"), (1910, 22_00, "Kontant"), (3002, -100_00, "Mat 12 %"), (2621, -12_00, "Moms 12 %"));

    public static VoucherKey KeyOf(string text) =>
        VoucherKey.TryParse(text, out var key) ? key : throw new FormatException(text);

    public static VoucherTrace Trace => new(Key, Date, VoucherFingerprint.Of(Voucher));

    public static Voucher VoucherOf(string text, params (int Account, long BalanceOre, string Text)[] rows)
    {
        var booked = rows.Select(
            row => VoucherRow.From(AccountNumber.From(row.Account), Money.FromOre(row.BalanceOre), row.Text)!);
        return Voucher.Balance(Key, Date, VoucherSeries.Parse("K"), text, booked) is Balancing.Balanced(var voucher)
            ? voucher
            : throw new ArgumentException("The test's voucher does not balance.");
    }

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    public static SpirisOptions Options(Uri server) => new()
    {
        Api = server,
        Identity = server,
        ClientId = "openone",
        ClientSecret = ClientSecret,
    };

    public static SpirisConnection Connection(Uri server, TimeProvider? clock = null) =>
        new(Options(server), clock ?? Clock());

    public static SpirisAccounting Accounting(SpirisConnection connection) => new(connection, Access("token"));

    /// <summary>Writes the voucher, and posts it.</summary>
    public static Task<Posting> PostVoucherAsync(this SpirisAccounting accounting) =>
        accounting.PostAsync(accounting.Write(Voucher), () => true, CancellationToken.None);

    public static SpirisCompany Company(SpirisConnection connection) => new(connection, Access("token"));

    /// <summary>A source that gives these tokens, one after the other, and the last of them ever after.</summary>
    public static SpirisAccessSource Access(params string[] tokens)
    {
        var next = 0;
        return (_, _) =>
        {
            var token = tokens[Math.Min(next++, tokens.Length - 1)];
            return Task.FromResult<SpirisAccess>(new SpirisAccess.Open(Secret.Of(token)));
        };
    }
}

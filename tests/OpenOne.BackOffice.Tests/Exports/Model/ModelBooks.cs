using System.Text;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Time;

namespace OpenOne.BackOffice.Tests.Exports.Model;

/// <summary>The process died here. Nothing after it happens.</summary>
internal sealed class DiedException : Exception;

/// <summary>The books of the model: vouchers with our keys, a network that loses, and a clock that goes on with each search.</summary>
/// <param name="random">Decides what goes wrong.</param>
/// <param name="meanwhile">What others do while a request is on its way.</param>
internal sealed class ModelBooks(SimRandom random, Func<Task> meanwhile) : IAccountingSystem
{
    private DateTimeOffset _clock = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What stands in the books by transfer.</summary>
    public List<SightedVoucher> Vouchers { get; } = [];

    /// <summary>Whether anything goes wrong.</summary>
    public bool IsCalm { get; set; }

    public byte[] Write(Voucher voucher) => Encoding.UTF8.GetBytes($"{voucher.Date:O}|{VoucherFingerprint.Of(voucher).Hex}|{voucher.Text}");

    public async Task<Posting> PostAsync(ReadOnlyMemory<byte> body, Func<bool> mayLeave, CancellationToken cancellation)
    {
        await meanwhile();
        if (!mayLeave())
        {
            return new Posting.Unavailable("The claim runs out.");
        }

        var fate = IsCalm ? 10 : random.Below(12);
        if (fate is 0 or 1 or 2)
        {
            return fate switch
            {
                0 => new Posting.Unavailable("503"),
                1 => new Posting.Refused(Reason.Of(ReasonCodes.PeriodLocked, "locked"), RefusalReach.Voucher),
                _ => new Posting.Refused(Reason.Of(ReasonCodes.RefusedBySpiris, "4000", "no"), RefusalReach.Content),
            };
        }

        if (fate is 3)
        {
            throw new DiedException();
        }

        if (fate is 4)
        {
            return new Posting.Uncertain("lost on the way there");
        }

        var posted = Take(body);
        await meanwhile();
        return fate switch
        {
            5 => throw new DiedException(),
            6 or 7 => new Posting.Uncertain("lost on the way back"),
            _ => new Posting.Booked(posted),
        };
    }

    public async Task<Search> SearchAsync(VoucherTrace trace, CancellationToken cancellation)
    {
        await meanwhile();
        _clock = _clock.AddHours(1);
        return (IsCalm ? 9 : random.Below(10), Vouchers.Where(voucher => voucher.Key == trace.Key).Select(voucher => voucher.Voucher).ToList()) switch
        {
            (0, _) => new Search.Failed("502"),
            (1, _) => throw new DiedException(),
            (_, [var only]) => new Search.Found(only),
            (_, [_, ..] several) => new Search.FoundTwice([.. several]),
            _ => new Search.NotFound(_clock),
        };
    }

    public Task<Listing> ListChangedAsync(DateTimeOffset since, CancellationToken cancellation) => ListAsync();

    public Task<Listing> ListDatedAsync(DateOnly first, DateOnly last, ListingUse use, CancellationToken cancellation) => ListAsync();

    private async Task<Listing> ListAsync()
    {
        await meanwhile();
        return !IsCalm && random.Below(10) == 0 ? new Listing.Failed("502") : new Listing.Listed([.. Vouchers], _clock);
    }

    private PostedVoucher Take(ReadOnlyMemory<byte> body)
    {
        var said = Encoding.UTF8.GetString(body.Span).Split('|', 3);
        var posted = new PostedVoucher($"id-{Vouchers.Count + 1}", $"A{Vouchers.Count + 1}");
        if (!VoucherKey.TryFind(said[2], out var key))
        {
            throw new FormatException("A voucher of ours carries its key.");
        }

        Vouchers.Add(new(key, posted, DateOnly.Parse(said[0], null), VoucherFingerprint.FromHex(said[1])));
        return posted;
    }
}

using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Outside;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>Reads a period of a company's books month by month, and looks once more for what it misses.</summary>
internal sealed class BooksReader(IAccountingSystem books, TimeSpan timeout, TimeProvider clock)
{
    private const string TookTooLong = "Reading the books took too long.";

    /// <summary>Reads the whole period, or nothing.</summary>
    /// <param name="request">The period.</param>
    /// <param name="remembered">What is to be there.</param>
    /// <param name="tell">Told after each month.</param>
    /// <param name="stopping">Ends the reading.</param>
    public async Task<BooksReading> ReadAsync(
        SweepRequest request, IReadOnlyCollection<RememberedVoucher> remembered, Action<SweepProgress> tell, CancellationToken stopping)
    {
        var seen = ImmutableArray.CreateBuilder<SightedVoucher>();
        var others = ImmutableArray.CreateBuilder<OutsideVoucher>();
        var months = request.Months();
        foreach (var ((first, last), index) in months.Select((month, index) => (month, index)))
        {
            tell(new SweepProgress(request, index, months.Count));
            switch (await WithinAsync(limit => books.ListDatedAsync(first, last, ListingUse.Checking, limit), stopping))
            {
                case Listing.Listed(var vouchers, _) listed:
                    seen.AddRange(vouchers);
                    others.AddRange(listed.Others);
                    break;
                case Listing.Failed(var problem, _):
                    return new BooksReading.BrokenOff(problem);
                case Listing.AccessLost(var problem):
                    return new BooksReading.BrokenOff(problem);
                default:
                    return new BooksReading.BrokenOff(TookTooLong);
            }
        }

        tell(new SweepProgress(request, months.Count, months.Count));
        var reading = await LookAgainAsync(request, remembered, seen.DrainToImmutable(), stopping);
        return reading is BooksReading.Whole whole ? whole with { Others = others.DrainToImmutable() } : reading;
    }

    /// <summary>A voucher whose text was edited carries no key, so no list holds it; its date and rows still give it away.</summary>
    private async Task<BooksReading> LookAgainAsync(
        SweepRequest request, IReadOnlyCollection<RememberedVoucher> remembered, ImmutableArray<SightedVoucher> seen, CancellationToken stopping)
    {
        var traces = remembered.ToDictionary(voucher => voucher.Key, voucher => voucher.Trace);
        var missing = new Dictionary<VoucherKey, Finding>();
        var found = seen.ToBuilder();
        foreach (var finding in BooksComparison.Of(request.First, request.Last, remembered, seen)
            .Where(finding => finding.Kind is FindingKind.Missing))
        {
            missing[finding.Key] = finding;
            if (traces[finding.Key] is not { } trace)
            {
                continue;
            }

            switch (await WithinAsync(limit => books.SearchAsync(trace, limit), stopping))
            {
                case Search.Found(var voucher):
                    found.Add(Sighted(trace, voucher));
                    break;
                case Search.FoundTwice(var vouchers):
                    found.AddRange(vouchers.Select(voucher => Sighted(trace, voucher)));
                    break;
                case Search.Failed(var problem, _):
                    return new BooksReading.BrokenOff(problem);
                case Search.AccessLost(var problem):
                    return new BooksReading.BrokenOff(problem);
                case { } search:
                    missing[finding.Key] = MissingVoucher.After(finding, search);
                    break;
                default:
                    return new BooksReading.BrokenOff(TookTooLong);
            }
        }

        return new BooksReading.Whole(found.ToImmutable(), missing);
    }

    private static SightedVoucher Sighted(VoucherTrace trace, PostedVoucher voucher) => new(trace.Key, voucher, trace.Date, trace.Fingerprint);

    /// <returns><see langword="null"/> when it took too long.</returns>
    private async Task<T?> WithinAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken stopping)
        where T : class
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stopping);
        try
        {
            return await read(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            return null;
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Simulation.Running;

namespace OpenOne.Simulation.Tests;

/// <summary>Bugs that people have made, or that are easily made, in what "exactly once" rests on.</summary>
public static partial class Mutations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new()
        {
            Name = "sends again at once when the answer is lost",
            Books = books => new BuggyBooks(books) { Answered = async (posting, again) => posting is Posting.Uncertain ? await again() : posting },
        },
        new()
        {
            Name = "takes a lost answer for a refusal",
            Books = books => new BuggyBooks(books)
            {
                Answered = (posting, _) => Task.FromResult(posting is Posting.Uncertain(var problem) ? new Posting.Unavailable(problem) : posting),
            },
        },
        new()
        {
            Name = "takes a lost answer for a success",
            Books = books => new BuggyBooks(books)
            {
                Answered = (posting, _) => Task.FromResult(posting is Posting.Uncertain ? new Posting.Booked(new("?", "?")) : posting),
            },
        },
        new()
        {
            Name = "takes every failure for a success",
            Books = books => new BuggyBooks(books)
            {
                Answered = (posting, _) => Task.FromResult(posting is Posting.Unavailable ? new Posting.Booked(new("?", "?")) : posting),
            },
        },
        new()
        {
            Name = "sends every voucher twice to be sure",
            Books = books => new BuggyBooks(books) { Answered = (_, again) => again() },
        },
        new()
        {
            Name = "believes the first empty search",
            Options = options => With(options, quarantine: TimeSpan.Zero),
        },
        new()
        {
            Name = "waits for too short a time",
            Options = options => With(options, quarantine: TimeSpan.FromSeconds(10)),
        },
        new()
        {
            Name = "takes a failed search for an empty one",
            Books = books => new BuggyBooks(books)
            {
                Searched = search => search is Search.Failed ? new Search.NotFound(DateTimeOffset.MaxValue.AddDays(-1)) : search,
            },
        },
        new()
        {
            Name = "never finds what it has sent",
            Books = books => new BuggyBooks(books)
            {
                Searched = search => search is Search.Found ? new Search.NotFound(DateTimeOffset.UnixEpoch.AddYears(99)) : search,
            },
        },
        new()
        {
            Name = "searches the first page only",
            Wire = wire => new BuggyWire(wire)
            {
                Body = body => body
                    .Replace("\"TotalNumberOfPages\":", "\"TotalNumberOfPages\":1,\"Pages\":", StringComparison.Ordinal)
                    .Replace("\"TotalNumberOfResults\":", "\"TotalNumberOfResults\":0,\"Results\":", StringComparison.Ordinal),
            },
        },
        new()
        {
            Name = "takes a voucher that looks alike for its own",
            Books = books => new BuggyBooks(books)
            {
                Searched = search => search is Search.FoundByContent([var first, ..], _) ? new Search.Found(first) : search,
            },
        },
        new()
        {
            Name = "sends before the attempt is written down",
            Store = store => new BuggyStore(store) { Drops = change => change.Delivery.State is DeliveryState.InFlight },
        },
        new()
        {
            Name = "forgets that it has booked",
            Store = store => new BuggyStore(store) { Drops = change => change.Delivery.State is DeliveryState.Booked },
        },
        new()
        {
            Name = "grants a claim to whoever asks, and writes whatever anybody else has written",
            IgnoresClaims = true,
        },
        new()
        {
            Name = "believes its claim to hold for longer than it does",
            Options = options => With(options, options.Quarantine, lease: TimeSpan.FromMinutes(10)),
            Store = store => new BuggyStore(store) { ClaimsLast = TimeSpan.FromSeconds(30) },
        },
        new()
        {
            Name = "sends whatever the guard says",
            Books = books => new BuggyBooks(books) { IgnoresTheGuard = true },
        },
        new()
        {
            Name = "takes over what is in flight as if it had never left",
            Store = store => new BuggyStore(store)
            {
                Reads = item => item.Delivery.State is DeliveryState.InFlight ? Unsent(item) : item,
            },
        },
        new()
        {
            Name = "looks, and does not take in what it has seen",
            Store = store => new BuggyStore(store) { Sees = sight => sight with { Vouchers = [] } },
        },
        new()
        {
            Name = "does not know a closing again that it saw before it was handed over",
            Store = store => new BuggyStore(store) { Reads = item => item with { Sighted = [] } },
        },
        new()
        {
            Name = "gives a correction the key of its day",
            Store = store => new BuggyStore(store) { Reads = WithTheDaysKey },
        },
        new()
        {
            Name = "rounds one amount to whole kronor",
            Books = books => new BuggyBooks(books) { Written = Rounded },
        },
        new()
        {
            Name = "books on the day after",
            Books = books => new BuggyBooks(books) { Written = body => Replaced(body, "-03-01\"", "-03-02\"") },
        },
        new()
        {
            Name = "books on the wrong account",
            Books = books => new BuggyBooks(books) { Written = body => Replaced(body, "\"AccountNumber\":2611", "\"AccountNumber\":2621") },
        },
        new()
        {
            Name = "leaves its key out of the text",
            Books = books => new BuggyBooks(books) { Written = body => Replaced(body, "[k:", "[q:") },
        },
        new() { Name = "acknowledges a closing before it is committed", AcknowledgesBeforeTheCommit = true },
    ];

    private static DeliveryOptions With(DeliveryOptions options, TimeSpan quarantine, TimeSpan? lease = null) => new()
    {
        Lease = lease ?? options.Lease,
        SendTimeout = options.SendTimeout,
        Quarantine = quarantine,
        FirstRetryDelay = options.FirstRetryDelay,
        MaxRetryDelay = options.MaxRetryDelay,
        RefusedDelay = options.RefusedDelay,
        MaxLostAnswers = options.MaxLostAnswers,
        Lanes = options.Lanes,
        LookEvery = options.LookEvery,
        Rest = options.Rest,
    };

    private static LaneItem Unsent(LaneItem item)
    {
        var delivery = item.Delivery;
        delivery.Record(
            item.LastAttempt!, new Posting.Unavailable("It had not left."), new DeliveryOptions().Schedule, 0, DateTimeOffset.UnixEpoch);
        return item;
    }

    private static LaneItem WithTheDaysKey(LaneItem item)
    {
        if (item.Correcting is not { } correcting)
        {
            return item;
        }

        var (right, wrong) = (correcting.Voucher, VoucherKey.For(item.Company.OrganisationNumber, item.Closing.Key));
        var text = right.Text.Replace(right.Key.Text, wrong.Text, StringComparison.Ordinal);
        return Voucher.Balance(wrong, right.Date, right.Series, text, right.Rows) is Balancing.Balanced(var voucher)
            ? item with { Correcting = correcting with { Voucher = voucher } }
            : throw new InvalidOperationException("The rows are those of a voucher.");
    }

    private static byte[] Rounded(byte[] body) => Encoding.UTF8.GetBytes(
        Ore().Replace(Encoding.UTF8.GetString(body), "$1.00,"));

    [GeneratedRegex(@"(""DebitAmount"":\d+)\.\d\d,")]
    private static partial Regex Ore();

    private static byte[] Replaced(byte[] body, string what, string with) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(what, with, StringComparison.Ordinal));
}

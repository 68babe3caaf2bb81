using FsCheck;
using FsCheck.Fluent;

namespace SpirisSandbox.Books.Tests.Invariants;

/// <summary>One thing that somebody does to the books. Amounts are öre.</summary>
public abstract record Deed
{
    private Deed()
    {
    }

    /// <summary>Posts a voucher of two rows; one that is off does not balance.</summary>
    public sealed record Post(DateOnly Date, string Series, long Debit, long Credit, int Ore, int OffBy) : Deed;

    /// <summary>Makes a draft and converts it.</summary>
    public sealed record Draft(DateOnly Date, string Series, long Debit, long Credit, int Ore, int OffBy) : Deed;

    /// <summary>Imports several vouchers as one file, balanced or not.</summary>
    public sealed record Import(IReadOnlyList<Post> Vouchers) : Deed;

    /// <summary>Replaces the opening balances by one pair; the counter balance is off when it does not sum to zero.</summary>
    public sealed record Open(int Ore, int OffBy) : Deed;

    /// <summary>Locks the books through a month, or opens them again.</summary>
    public sealed record Lock(DateOnly? Month) : Deed;

    /// <summary>Locks or unlocks a fiscal year.</summary>
    public sealed record LockYear(int Year, bool IsLocked) : Deed;
}

/// <summary>What is done to the books of one company, one deed after the other.</summary>
public sealed record Workload(IReadOnlyList<Deed> Deeds);

/// <summary>Generates workloads in which good and bad deeds are mixed. They shrink to few deeds.</summary>
public static class Workloads
{
    /// <summary>The last year is one that the company does not have.</summary>
    private static readonly int[] Years = [2025, 2026, 2027, 2028];

    private static Gen<DateOnly> Day { get; } =
        from year in Gen.Frequency((9, Gen.Elements(Years[..3])), (1, Gen.Constant(Years[3])))
        from day in Gen.Choose(0, 364)
        select new DateOnly(year, 1, 1).AddDays(day);

    // 9999 is no account, and 1920 is one that is not active.
    private static Gen<long> Account { get; } = Gen.Frequency(
        (20, Gen.Elements(1910L, 1930L, 1686L, 2611L, 2820L, 3001L, 3002L, 6570L)),
        (1, Gen.Elements(9999L, 1920L)));

    private static Gen<int> OffBy { get; } = Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Elements(1, -1, 100)));

    private static Gen<Deed.Post> Post { get; } =
        from date in Day
        from series in Gen.Elements("A", "K", "B")
        from debit in Account
        from credit in Account
        from ore in Gen.Choose(1, 1_000_000_00)
        from offBy in OffBy
        select new Deed.Post(date, series, debit, credit, ore, ore + offBy > 0 ? offBy : 0);

    private static Gen<Deed> Any { get; } = Gen.Frequency<Deed>(
        (8, Post.Select(post => (Deed)post)),
        (3, Post.Select(post =>
            (Deed)new Deed.Draft(post.Date, post.Series, post.Debit, post.Credit, post.Ore, post.OffBy))),
        (3, Gen.Choose(1, 5).SelectMany(count => Post.ArrayOf(count)).Select(posts => (Deed)new Deed.Import(posts))),
        (1, from ore in Gen.Choose(1, 1_000_000_00) from offBy in OffBy select (Deed)new Deed.Open(ore, offBy)),
        (1, Gen.OneOf(Gen.Constant<DateOnly?>(null), Day.Select(day => (DateOnly?)day)).Select(month => (Deed)new Deed.Lock(month))),
        (1, from year in Gen.Elements(Years[..3]) from isLocked in Gen.Elements(true, false)
            select (Deed)new Deed.LockYear(year, isLocked)));

    public static Arbitrary<Workload> Arbitrary() => Arb.From(
        Gen.Choose(5, 40).SelectMany(count => Any.ArrayOf(count)).Select(deeds => new Workload(deeds)), Shorter);

    private static IEnumerable<Workload> Shorter(Workload workload)
    {
        var deeds = workload.Deeds;
        if (deeds.Count > 1)
        {
            yield return new Workload([.. deeds.Take(deeds.Count / 2)]);
            yield return new Workload([.. deeds.Skip(deeds.Count / 2)]);
        }

        for (var left = 0; left < deeds.Count; left++)
        {
            yield return new Workload([.. deeds.Where((_, position) => position != left)]);
        }
    }
}

using BenchmarkDotNet.Attributes;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;
using OpenOne.Testing;

namespace OpenOne.Bench;

/// <summary>From a Z-report to a voucher, beside a hand-written loop over the same report.</summary>
public class CompositionBenchmark
{
    private HandWrittenLoop _loop = null!;
    private VoucherTerms _terms = null!;
    private Closing _closing = null!;

    /// <summary>A small evening (6 rows), a busy one (8 rows) and one with everything (16 rows).</summary>
    public static IEnumerable<RealEvening> Evenings => [RealEvenings.Z64, RealEvenings.Z67, MadeUpEvening.Z1284];

    /// <summary>The evening that is composed.</summary>
    [ParamsSource(nameof(Evenings))]
    public RealEvening Evening { get; set; } = null!;

    /// <summary>Prepares what a server has at hand.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _loop = new HandWrittenLoop(Evening.Mapping).Learn(Evening.Report);
        _terms = Evening.Terms(invoicesInSpiris: false);
        _closing = Evening.Closing;
    }

    /// <summary>Rows alone: no checks, no key, no texts.</summary>
    [Benchmark(Baseline = true, Description = "hand-written loop")]
    public int HandWritten() => _loop.Compose(Evening.Report).Count;

    /// <summary>The voucher of a closing that is known to add up.</summary>
    [Benchmark(Description = "compose")]
    public Voucher Compose() => Composed(_closing);

    /// <summary>From the parsed report to the voucher: the six rules, apportionment, rows, key and texts.</summary>
    [Benchmark(Description = "reconcile + compose")]
    public Voucher ReconcileAndCompose() => Composed(
        Closing.Reconcile(Evening.Report, Evening.Company) is Reconciliation.Reconciled(var closing)
            ? closing
            : throw new InvalidOperationException($"{Evening} does not reconcile."));

    /// <summary>Composes the evening both ways and compares every row.</summary>
    /// <returns>What differs; empty when the two agree to the öre.</returns>
    public IReadOnlyList<string> Differences()
    {
        Prepare();
        var composed = ReconcileAndCompose().Rows
            .Select(row => $"{Evening}: {row.Account} {row.SignedAmount}").Order(StringComparer.Ordinal).ToList();
        var written = _loop.Compose(Evening.Report)
            .Select(row => $"{Evening}: {row.Account} {Money.FromOre(row.Balance)}")
            .Order(StringComparer.Ordinal).ToList();
        return composed.SequenceEqual(written) ? [] : [.. composed, "but by the loop:", .. written];
    }

    private Voucher Composed(Closing closing) =>
        VoucherComposer.Compose(closing, Evening.Mapping, _terms) is Composition.Composed(var voucher)
            ? voucher
            : throw new InvalidOperationException($"{Evening} is not composed.");
}

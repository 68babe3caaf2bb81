using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenOne.Bench;
using OpenOne.Bench.Cluster;
using OpenOne.Bench.Customers;
using OpenOne.Bench.Delivery;
using OpenOne.Bench.Ingest;
using OpenOne.Bench.Invoices;
using OpenOne.Bench.Pages;
using Perfolizer.Horology;

if (args.Contains("stages"))
{
    return await StageCosts.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("cluster"))
{
    return await ClusterBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("delivery"))
{
    return await DeliveryBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("pages"))
{
    return await PageBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("waiting"))
{
    return await WaitingPagesBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("customers"))
{
    return await CustomerSearchBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("refusals"))
{
    return await RefusalBenchmark.RunAsync(quick: args.Contains("--quick"));
}

if (args.Contains("ingest"))
{
    return await IngestBenchmark.RunAsync(quick: args.Contains("--quick"));
}

// Equal results first, then speed: a fast wrong voucher is worth nothing.
var differences = CompositionBenchmark.Evenings
    .SelectMany(evening => new CompositionBenchmark { Evening = evening }.Differences()).ToList();
if (differences.Count > 0)
{
    Console.Error.WriteLine($"The results differ, so nothing is measured:\n{string.Join('\n', differences)}");
    return 1;
}

Console.WriteLine("The composer and the hand-written loop agree to the öre on every evening.");

// In process, so that no project is generated and built. Ratios are of one run on one machine, and hold for that alone.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance);
job = args.Contains("--quick")
    ? job.WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(100))
    : job.WithIterationTime(TimeInterval.FromMilliseconds(500));

var summary = BenchmarkRunner.Run<CompositionBenchmark>(ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.OperationsPerSecond)
    .AddLogger(args.Contains("--verbose") ? ConsoleLogger.Default : NullLogger.Instance)
    .WithSummaryStyle(SummaryStyle.Default.WithRatioStyle(RatioStyle.Value))
    .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results")));

BenchmarkDotNet.Exporters.MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Ascii);
return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;

namespace OpenOne.Bench.Delivery;

/// <summary>From a closing that was acknowledged to a voucher in the books.</summary>
internal static class DeliveryBenchmark
{
    /// <summary>Measures, and prints what was measured.</summary>
    /// <returns>0, or 1 when something is not in the books as it should be.</returns>
    public static async Task<int> RunAsync(bool quick)
    {
        Console.WriteLine("### One closing at a time\n");
        await IdleLatency.RunAsync(quick ? 50 : 200);
        Console.WriteLine("\n### A backlog, against a Spiris without a limit\n");
        var drained = await Drain.RunAsync(quick ? 200 : 2_000);
        Console.WriteLine("\n### A backlog, against Spiris' 600 requests a minute, in virtual time\n");
        return VirtualDrain.Run(companies: 100, closings: quick ? 10 : 100) && drained ? 0 : 1;
    }
}

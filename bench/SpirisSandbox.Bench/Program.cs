using SpirisSandbox;
using SpirisSandbox.Bench;

// Ratios are of one run on one machine, and hold for that alone. Client and server share its cores.
if (args is [Starting.Once, var kind])
{
    await Starting.MeasureOnceAsync(kind);
    return 0;
}

if (args.Contains("--start"))
{
    return await Starting.MeasureAsync(rounds: 15) ? 0 : 1;
}

var quick = args.Contains("--quick");
await using var sandbox = await Sandbox.StartAsync(
    new SandboxOptions { RateLimit = new RateLimitOptions { Enabled = false } });
var isGood = await Posting.MeasureAsync(sandbox, vouchers: quick ? 2_000 : 20_000, rounds: quick ? 3 : 5);
isGood &= await Paging.MeasureAsync(vouchers: 100_000);
return isGood ? 0 : 1;

using System.ComponentModel.DataAnnotations;
using SpirisSandbox.Clock;

namespace SpirisSandbox.Faults;

/// <summary>
/// Does the work with a clock that is wrong for this request alone, as one server of several may have: what it stamps
/// and what it takes to have expired goes by that.
/// </summary>
/// <param name="Seconds">
/// How far ahead; negative when behind. To be wrong for good, set <see cref="SandboxClock.Offset"/>.
/// </param>
public sealed record ClockSkew([property: Range(-Fault.MostSeconds, Fault.MostSeconds)] double Seconds) : Fault
{
    public override async Task StrikeAsync(FaultedRequest request)
    {
        request.Service<SandboxClock>().SkewHere(TimeSpan.FromSeconds(Seconds));
        await request.WorkAsync();
    }
}

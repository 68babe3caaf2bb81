using System.ComponentModel.DataAnnotations;

namespace SpirisSandbox.Faults;

/// <summary>Lists lag behind: what is younger than this is there, but no list shows it.</summary>
/// <param name="Seconds">The lag, on the sandbox's clock.</param>
public sealed record HideRecent([property: Range(0.0, Fault.MostSeconds)] double Seconds) : Fault
{
    public override Task StrikeAsync(FaultedRequest request)
    {
        request.Http.Features.Set(new HiddenRecords(request.Clock.GetUtcNow() - TimeSpan.FromSeconds(Seconds)));
        return request.WorkAsync();
    }
}

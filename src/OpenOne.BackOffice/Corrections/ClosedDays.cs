using System.Collections.Immutable;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Corrections;

/// <summary>Which of some days take no voucher in Spiris just now.</summary>
/// <param name="Days">Those that are locked or lie in no fiscal year, first to last.</param>
/// <param name="Problem">Why Spiris did not tell; then there are no <paramref name="Days"/>.</param>
public sealed record ClosedDays(ImmutableArray<DateOnly> Days, string? Problem)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks Spiris. A person waits for the answer, so it is not waited for long.</summary>
    public static async Task<ClosedDays> ReadAsync(
        ImmutableArray<DateOnly> days, SpirisCompany company, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(_patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await OpenDaysReading.ReadAsync(company, either.Token) switch
            {
                OpenDaysReading.Read(var open) => new([.. days.Where(day => !open.IsOpen(day))], null),
                OpenDaysReading.Failed(var problem) => new([], problem),
                _ => throw new System.Diagnostics.UnreachableException("The cases of OpenDaysReading are closed."),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new([], "It took too long.");
        }
    }
}

namespace OpenOne.Domain.Delivery;

/// <summary>When something that failed is tried again.</summary>
/// <param name="FirstDelay">The delay after the first failure; it doubles with each further one.</param>
/// <param name="MaxDelay">The longest delay.</param>
/// <param name="RefusedDelay">How long a refused voucher waits before the books are asked again without anybody pressing anything.</param>
/// <param name="MaxLostAnswers">How many answers to one voucher may be lost in a row, without its having arrived, before a person must look.</param>
/// <param name="Quarantine">Q: how long, by the accounting system's clock, a voucher that was not found may still appear. Longer
/// than any request can stay alive on the wire or in the server.</param>
public sealed record RetrySchedule(
    TimeSpan FirstDelay, TimeSpan MaxDelay, TimeSpan RefusedDelay, int MaxLostAnswers, TimeSpan Quarantine)
{
    /// <summary>The delay after <paramref name="failures"/> failures in a row, 1 or more.</summary>
    /// <param name="failures">How many failures there have been.</param>
    /// <param name="jitter">From 0 to 1: where between half and the whole of the delay to land, so that many do not come at once.</param>
    public TimeSpan DelayAfter(int failures, decimal jitter)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failures);
        ArgumentOutOfRangeException.ThrowIfNegative(jitter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jitter, 1);
        var doublings = Math.Min(failures - 1, 30);
        var whole = Math.Min(FirstDelay.Ticks * (1L << Math.Min(doublings, 20)), MaxDelay.Ticks);
        return TimeSpan.FromTicks((whole / 2) + (long)(whole / 2 * jitter));
    }
}

namespace OpenOne.EndToEnd.Tests;

/// <summary>A clock that goes as every other, from another moment on: so that it is the same day whenever the tests run.</summary>
internal sealed class ShiftedClock(DateTimeOffset start) : TimeProvider
{
    private readonly TimeSpan _shift = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}

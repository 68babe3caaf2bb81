using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

[assembly: OpenOne.NoTestForEver]

namespace OpenOne;

/// <summary>Cancels the token of a test that has run for five minutes, so that one that waits for what never comes fails by its
/// name, and does not hang the whole run. It is a net under all tests and measures nothing.</summary>
/// <remarks>More minutes, for what is made larger on demand: <c>OPENONE_TEST_MINUTES=60</c>.</remarks>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class NoTestForEverAttribute : Attribute, IBeforeAfterTestAttribute
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(
        int.TryParse(Environment.GetEnvironmentVariable("OPENONE_TEST_MINUTES"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : 5);

    private readonly ConcurrentDictionary<string, Timer> _running = [];

    public void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        var context = Xunit.TestContext.Current;
        _running[test.UniqueID] = new Timer(_ => context.CancelCurrentTest(), null, _patience, Timeout.InfiniteTimeSpan);
    }

    public void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (_running.TryRemove(test.UniqueID, out var timer))
        {
            timer.Dispose();
        }
    }
}

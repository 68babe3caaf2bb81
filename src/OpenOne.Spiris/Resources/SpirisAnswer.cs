using System.Diagnostics;

namespace OpenOne.Spiris.Resources;

/// <summary>What came of reading something of a company in Spiris.</summary>
public abstract record SpirisAnswer<T>
{
    private SpirisAnswer()
    {
    }

    /// <summary>Here it is.</summary>
    public sealed record Read(T Value) : SpirisAnswer<T>;

    /// <summary>Not until somebody authorises us again.</summary>
    public sealed record AccessLost(string Problem) : SpirisAnswer<T>;

    /// <summary>Spiris would not: a right, a module or a licence is missing, the company is not active, or what was
    /// asked for does not exist.</summary>
    /// <param name="Code">Spiris' error code, where it gave one.</param>
    /// <param name="Message">What it said.</param>
    public sealed record Refused(int? Code, string Message) : SpirisAnswer<T>;

    /// <summary>Not just now, or not readably.</summary>
    /// <param name="Problem">What happened.</param>
    /// <param name="RetryAfter">How long Spiris asked us to wait, where it did.</param>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter = null) : SpirisAnswer<T>;

    /// <summary>The same answer about something made of what was read.</summary>
    public SpirisAnswer<TOther> Map<TOther>(Func<T, TOther> make) => this switch
    {
        Read(var value) => new SpirisAnswer<TOther>.Read(make(value)),
        AccessLost(var problem) => new SpirisAnswer<TOther>.AccessLost(problem),
        Refused(var code, var message) => new SpirisAnswer<TOther>.Refused(code, message),
        Unavailable(var problem, var retryAfter) => new SpirisAnswer<TOther>.Unavailable(problem, retryAfter),
        _ => throw new UnreachableException("The cases of SpirisAnswer are closed."),
    };
}

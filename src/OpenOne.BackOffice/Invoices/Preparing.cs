using System.Collections.Immutable;
using System.Diagnostics;
using OpenOne.Domain.Delivery;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What came of getting something ready in Spiris that an invoice needs.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
internal abstract record Preparing<T>
{
    private Preparing()
    {
    }

    /// <summary>Not as things stand.</summary>
    public sealed record Refused(ImmutableArray<Reason> Reasons) : Preparing<T>;

    /// <summary>Our access was withdrawn.</summary>
    public sealed record AccessLost(string Problem) : Preparing<T>;

    /// <summary>Not just now.</summary>
    public sealed record Unavailable(string Problem, TimeSpan? RetryAfter) : Preparing<T>;

    /// <summary>Not before something of ours has come to its end.</summary>
    public sealed record Waiting(Reason Reason) : Preparing<T>;

    /// <summary>Here it is.</summary>
    public sealed record Ready(T Value) : Preparing<T>;

    /// <summary>Goes on with what is ready.</summary>
    public async Task<Preparing<TNext>> ThenAsync<TNext>(Func<T, Task<Preparing<TNext>>> next) => this switch
    {
        Ready(var value) => await next(value),
        Refused(var reasons) => new Preparing<TNext>.Refused(reasons),
        AccessLost(var problem) => new Preparing<TNext>.AccessLost(problem),
        Unavailable(var problem, var retryAfter) => new Preparing<TNext>.Unavailable(problem, retryAfter),
        Waiting(var reason) => new Preparing<TNext>.Waiting(reason),
        _ => throw new UnreachableException("The cases of Preparing are closed."),
    };

    /// <summary>What was read of Spiris, or why not.</summary>
    public static Preparing<T> Of<TRead>(SpirisAnswer<TRead> answer, Func<TRead, Preparing<T>> read) => answer switch
    {
        SpirisAnswer<TRead>.Read(var value) => read(value),
        SpirisAnswer<TRead>.AccessLost(var problem) => new AccessLost(problem),
        SpirisAnswer<TRead>.Refused(var code, var message) => new Refused([InvoiceRefusals.Of(code, message)]),
        SpirisAnswer<TRead>.Unavailable(var problem, var retryAfter) => new Unavailable(problem, retryAfter),
        _ => throw new UnreachableException("The cases of SpirisAnswer are closed."),
    };
}

/// <summary>What a refusal of Spiris means beside an invoice.</summary>
internal static class InvoiceRefusals
{
    /// <summary>The reason for a refusal of something that an invoice needs.</summary>
    public static Reason Of(int? code, string message) =>
        message.Contains("module", StringComparison.OrdinalIgnoreCase)
            ? Reason.Of(Domain.Invoicing.InvoiceReasonCodes.ModuleMissing, message)
            : Reason.Of(ReasonCodes.RefusedBySpiris, code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", message);
}

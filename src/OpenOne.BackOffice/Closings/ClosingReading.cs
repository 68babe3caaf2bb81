using System.Collections.Immutable;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Closings;

/// <summary>What a posted document turned out to be.</summary>
/// <remarks>Cases stand in order of precedence.</remarks>
public abstract record ClosingReading
{
    private ClosingReading()
    {
    }

    /// <summary>Larger than any closing needs to be.</summary>
    public sealed record TooLarge(string Limit) : ClosingReading;

    /// <summary>Not a closing by its shape: not JSON, or a member is missing, unknown, repeated, of the wrong type or length.</summary>
    public sealed record Malformed(ImmutableArray<FieldError> Errors) : ClosingReading;

    /// <summary>A closing by its shape, but it holds a VAT rate that Sweden does not have or a fraction of an öre.</summary>
    public sealed record Unacceptable(ImmutableArray<FieldError> Errors) : ClosingReading;

    /// <summary>A Z-report, not yet known to add up.</summary>
    public sealed record Read(ZReport Report, byte[] ContentHash) : ClosingReading;
}

/// <summary>What is wrong with one member of a posted document.</summary>
/// <param name="Field">Where it stands, such as <c>sales[2].gross</c>; empty for the document itself.</param>
/// <param name="Message">What is wrong, in English, for the person who programs the point of sale.</param>
public sealed record FieldError(string Field, string Message);

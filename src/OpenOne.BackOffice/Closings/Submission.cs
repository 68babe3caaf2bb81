using System.Collections.Immutable;
using OpenOne.BackOffice.Companies;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Closings;

/// <summary>A posted closing that is well formed.</summary>
/// <param name="Report">What it says.</param>
/// <param name="Document">The bytes that said it.</param>
/// <param name="ContentHash">The digest of what it says.</param>
internal sealed record Submission(ZReport Report, byte[] Document, byte[] ContentHash);

/// <summary>A submission as it goes to the one that writes, with the rows it becomes if it is new.</summary>
/// <param name="Caller">Whose key it came with.</param>
/// <param name="Closing">The document as it came.</param>
/// <param name="Delivery">Its way into the books.</param>
/// <param name="Differences">Why it does not add up; empty when it does.</param>
internal sealed record PendingClosing(
    ApiCaller Caller, ReceivedClosing Closing, VoucherDelivery Delivery, ImmutableArray<Difference> Differences)
{
    /// <summary>What it speaks of that may need an account.</summary>
    public ImmutableArray<NamedKey> Keys { get; init; } = [];
}

/// <summary>What became of a submission, in order of precedence.</summary>
internal abstract record Intaken
{
    private Intaken()
    {
    }

    /// <summary>The register is known, and known as another company's of the same organisation. Nothing is stored.</summary>
    public sealed record RegisterOfAnotherCompany : Intaken;

    /// <summary>Received before with other content. Both are kept.</summary>
    public sealed record Changed : Intaken;

    /// <summary>Received before with the same content.</summary>
    public sealed record Before : Intaken;

    /// <summary>At least one rule of the contract is broken. Nothing is stored.</summary>
    public sealed record DoesNotReconcile(ImmutableArray<Difference> Differences) : Intaken;

    /// <summary>Received now, and safe on disk.</summary>
    public sealed record New : Intaken;
}

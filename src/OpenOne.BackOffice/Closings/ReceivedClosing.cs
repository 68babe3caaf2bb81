using OpenOne.Domain;

namespace OpenOne.BackOffice.Closings;

/// <summary>A closing as it came (underlag): the bytes, untouched, and what is needed to find them.</summary>
/// <remarks>Insert-only. Kept in the state it had when received (bokföringslagen 7 kap 1 §).</remarks>
public sealed class ReceivedClosing
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company whose key it came with.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Kassabeteckning; with <see cref="ZNumber"/> unique within the company.</summary>
    public required string Register { get; init; }

    /// <summary>The number of the Z-report.</summary>
    public required int ZNumber { get; init; }

    /// <summary>The day of sale.</summary>
    public required DateOnly BusinessDate { get; init; }

    /// <summary>Total turnover including VAT, for lists.</summary>
    public required Money Total { get; init; }

    /// <summary>The document, byte for byte.</summary>
    public required byte[] Document { get; init; }

    /// <summary>SHA-256 of <see cref="Document"/>: evidence that it is untouched.</summary>
    public required byte[] DocumentHash { get; init; }

    /// <summary>SHA-256 of what the document says, whatever its white space and the order of its keys.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

/// <summary>Another document for a closing that was already received with other content. Kept as evidence; a person decides.</summary>
public sealed class ConflictingClosing
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The closing that was received first, and that stands.</summary>
    public required Guid ClosingId { get; init; }

    /// <summary>The later document, byte for byte.</summary>
    public required byte[] Document { get; init; }

    /// <summary>SHA-256 of what it says; the same conflict is kept once.</summary>
    public required byte[] ContentHash { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}

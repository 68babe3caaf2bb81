using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Sweeps;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>One sweep of a company's books (avstämning), kept as evidence: insert-only.</summary>
public sealed class Sweep
{
    /// <summary>Our id; in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The company whose books were read.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>The first date that was read.</summary>
    public required DateOnly FirstDate { get; init; }

    /// <summary>The last date that was read.</summary>
    public required DateOnly LastDate { get; init; }

    /// <summary>The e-mail of whoever asked, or <see cref="SweepRequest.Daily"/>.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How it ended.</summary>
    public required SweepEnd End { get; init; }

    /// <summary>Why it did not come through.</summary>
    public string? Problem { get; init; }

    /// <summary>How many booked vouchers of ours were compared.</summary>
    public int Compared { get; init; }

    /// <summary>How many vouchers with a key of ours stood in the books.</summary>
    public int Seen { get; init; }

    /// <summary>How many findings it has.</summary>
    public int FindingCount { get; init; }
}

/// <summary>How a sweep ended.</summary>
public enum SweepEnd
{
    /// <summary>Every month was read, and what is amiss is among its findings.</summary>
    CameThrough = 1,

    /// <summary>It was broken off, so it says nothing.</summary>
    BrokenOff = 2,
}

/// <summary>One finding of a sweep, as it was when the sweep ended: insert-only.</summary>
public sealed class SweepFinding
{
    /// <summary>The sweep.</summary>
    public required Guid SweepId { get; init; }

    /// <summary>From 1, in the order of the sweep.</summary>
    public required int Number { get; init; }

    /// <inheritdoc cref="Finding.Kind"/>
    public required FindingKind Kind { get; init; }

    /// <inheritdoc cref="Finding.Key"/>
    public required VoucherKey Key { get; init; }

    /// <inheritdoc cref="Finding.Date"/>
    public required DateOnly Date { get; init; }

    /// <inheritdoc cref="Finding.Vouchers"/>
    public required ImmutableArray<PostedVoucher> Vouchers { get; init; }

    /// <inheritdoc cref="Finding.ClosingId"/>
    public Guid? ClosingId { get; init; }

    /// <inheritdoc cref="Finding.Alteration"/>
    public Alteration? Alteration { get; init; }

    /// <summary>The fact to store of a finding.</summary>
    public static SweepFinding Of(Guid sweepId, int number, Finding finding) => new()
    {
        SweepId = sweepId,
        Number = number,
        Kind = finding.Kind,
        Key = finding.Key,
        Date = finding.Date,
        Vouchers = finding.Vouchers,
        ClosingId = finding.ClosingId,
        Alteration = finding.Alteration,
    };
}

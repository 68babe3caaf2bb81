using System.Text.Json;
using OpenOne.BackOffice.Closings;

namespace OpenOne.BackOffice.ProductGroups;

/// <summary>What a point of sale tells beforehand of its product groups and means of payment: the wire's own names.</summary>
/// <remarks>Only the shape stands here; <see cref="ProductGroupsReader"/> says what is wrong with it.</remarks>
public sealed record ProductGroupsDocument
{
    /// <summary>How the wire is read: as strictly as a closing.</summary>
    public static JsonSerializerOptions Json => ClosingDocument.Json;

    public required List<GroupRow> ProductGroups { get; init; }

    public List<MeansRow>? PaymentMeans { get; init; }

    public sealed record GroupRow
    {
        public required string Code { get; init; }

        public string? Name { get; init; }

        public required List<decimal> VatRates { get; init; }
    }

    public sealed record MeansRow
    {
        public required string Code { get; init; }

        public string? Name { get; init; }
    }
}

/// <summary>What is known of them now: the account that each would be booked on today.</summary>
public sealed record ProductGroupsAnswer(
    IReadOnlyList<ProductGroupsAnswer.GroupAnswer> ProductGroups, IReadOnlyList<ProductGroupsAnswer.MeansAnswer> PaymentMeans)
{
    /// <summary>A product group at a rate; <paramref name="Account"/> is null while nobody has chosen one.</summary>
    public sealed record GroupAnswer(string Code, string? Name, int VatRate, int? Account);

    /// <summary>A means of payment; <paramref name="Account"/> is null while nobody has chosen one.</summary>
    public sealed record MeansAnswer(string Code, string? Name, int? Account);
}

using System.Collections.Immutable;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Closings;

namespace OpenOne.Domain.Mapping;

/// <summary>What cost centres are set for.</summary>
/// <remarks>Cases stand in order of precedence: the first that says something about a group of cost centres is followed. Equal by
/// value. <see cref="object.ToString"/> is the subject as people and files write it.</remarks>
public abstract record CostCentreSubject
{
    private CostCentreSubject()
    {
    }

    /// <summary>Every amount that a row of the mapping gives its account.</summary>
    public sealed record Row(MappingKey Key) : CostCentreSubject
    {
        /// <inheritdoc/>
        public override string ToString() => $"row {Key}";
    }

    /// <summary>Sales of a product group, at any rate.</summary>
    public sealed record Group(ProductGroup Code) : CostCentreSubject
    {
        /// <inheritdoc/>
        public override string ToString() => $"group {Code}";
    }

    /// <summary>Everything that a register closes.</summary>
    public sealed record Register(string Designation) : CostCentreSubject
    {
        /// <inheritdoc/>
        public override string ToString() => $"register {Designation}";
    }

    /// <summary>Everything that the registers of a store close.</summary>
    public sealed record Store(Guid Id) : CostCentreSubject
    {
        /// <inheritdoc/>
        public override string ToString() => $"store {Id}";
    }
}

/// <summary>Which cost centres the rows of a voucher get: the most specific rule wins, group of cost centres by group.</summary>
public sealed class CostCentreRules
{
    private readonly ImmutableDictionary<CostCentreSubject, CostCentres> _rules;

    /// <param name="rules">One set per subject; a later one replaces an earlier.</param>
    public CostCentreRules(IEnumerable<KeyValuePair<CostCentreSubject, CostCentres>> rules) =>
        _rules = ImmutableDictionary<CostCentreSubject, CostCentres>.Empty.SetItems(rules);

    /// <summary>No rules at all.</summary>
    public static CostCentreRules None { get; } = new([]);

    /// <summary>The rules as they were entered.</summary>
    public IReadOnlyDictionary<CostCentreSubject, CostCentres> All => _rules;

    /// <summary>The cost centres of an amount.</summary>
    /// <param name="key">What the amount is.</param>
    /// <param name="row">The row of the mapping that gives it its account.</param>
    /// <param name="register">The register that closed.</param>
    /// <param name="store">The store that the register belongs to, if it does to one.</param>
    public CostCentres For(MappingKey key, MappingKey row, string register, Guid? store)
    {
        if (_rules.IsEmpty)
        {
            return CostCentres.None;
        }

        var centres = Of(new CostCentreSubject.Row(row));
        if (key is MappingKey.Sales { Group: var group })
        {
            centres = centres.Over(Of(new CostCentreSubject.Group(group)));
        }

        centres = centres.Over(Of(new CostCentreSubject.Register(register)));
        return store is { } id ? centres.Over(Of(new CostCentreSubject.Store(id))) : centres;
    }

    private CostCentres Of(CostCentreSubject subject) => _rules.GetValueOrDefault(subject, CostCentres.None);
}

using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Exports;

/// <summary>Composes closings exactly as they would be composed for a transfer: with the mapping in force on their day and the
/// terms of their register.</summary>
/// <remarks>Keeps what it has read, so one is good for one piece of work.</remarks>
internal sealed class ExportComposer
{
    private static readonly AccountMapping _none = new(1, []);

    private readonly BackOfficeDb _db;
    private readonly Company _company;
    private readonly Dictionary<string, string> _stores;
    private readonly Dictionary<DateOnly, AccountMapping> _mappings = [];
    private readonly Dictionary<(string Register, DateOnly Date), VoucherTerms> _terms = [];

    private ExportComposer(BackOfficeDb db, Company company, Dictionary<string, string> stores) =>
        (_db, _company, _stores) = (db, company, stores);

    /// <summary>A composer for the closings of a company.</summary>
    public static async Task<ExportComposer> ReadAsync(BackOfficeDb db, Company company, CancellationToken cancellation)
    {
        var stores = await db.Registers.AsNoTracking().Where(register => register.CompanyId == company.Id)
            .Join(db.Stores, register => register.StoreId, store => store.Id, (register, store) => new { register.Designation, store.Name })
            .ToDictionaryAsync(register => register.Designation, register => register.Name, cancellation);
        return new(db, company, stores);
    }

    /// <summary>Composes a closing.</summary>
    /// <returns>What came of it, the version of the mapping that gave the accounts, and the terms.</returns>
    public async Task<(Composition Composition, int MappingVersion, VoucherTerms Terms)> ComposeAsync(
        Closing closing, CancellationToken cancellation)
    {
        var date = closing.BusinessDate;
        if (!_mappings.TryGetValue(date, out var mapping))
        {
            _mappings[date] = mapping = await MappingInForce.ReadAsync(_db, _company.Id, date, cancellation) ?? _none;
        }

        if (!_terms.TryGetValue((closing.Key.Register, date), out var terms))
        {
            _terms[(closing.Key.Register, date)] = terms =
                await CompanyTerms.ReadAsync(_db, _company, closing.Key.Register, date, cancellation);
        }

        return (VoucherComposer.Compose(closing, mapping, terms), mapping.Version, terms);
    }

    /// <summary>The name of the store that a register belongs to; empty when it belongs to none.</summary>
    public string StoreOf(string register) => _stores.GetValueOrDefault(register, "");
}

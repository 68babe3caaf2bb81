using System.Text.Json;
using SpirisSandbox.CompanySettings;
using SpirisSandbox.Identity;
using SpirisSandbox.State;

namespace SpirisSandbox.Storage;

/// <summary>The whole state as stored records, and back. The order of the records is that of the registers.</summary>
internal static class StoredState
{
    /// <summary>Everything there is. Each company is read between two writes, so no voucher is there by half.</summary>
    public static IReadOnlyList<StoredRecord> Of(SandboxState state) =>
    [
        .. state.Users.Select(user => StoredRecord.Of(null, new Change(SandboxState.UserRecords, user.Id, user))),
        .. state.Companies.SelectMany(company => company.Write(() => company.Registers
            .SelectMany(register => register.Everything())
            .Select(change => StoredRecord.Of(company.Id, change))
            .ToArray())),
        .. state.Grants.All.Select(grant => StoredRecord.Of(null, new Change(Grants.GrantRecords, grant.Id, grant))),
        .. state.Grants.Tickets.Select(ticket =>
            StoredRecord.Of(null, new Change(Grants.TicketRecords, ticket.Value, ticket))),
    ];

    /// <summary>Puts stored records into an empty state.</summary>
    /// <exception cref="JsonException">A record is not what its kind says, or no register has that kind.</exception>
    public static void Restore(SandboxState state, IReadOnlyList<StoredRecord> records)
    {
        foreach (var company in records.Where(record => record.Company is not null).GroupBy(record => record.Company!.Value))
        {
            state.Put(CompanyOf(company.Key, [.. company]));
        }

        foreach (var record in records.Where(record => record.Company is null))
        {
            Restore(state, record);
        }
    }

    private static Company CompanyOf(Guid id, IReadOnlyList<StoredRecord> records)
    {
        var settings = records.FirstOrDefault(record => record.Kind == Company.SettingsRecords)
            ?? throw new JsonException($"The company {id} has no settings.");
        var company = new Company(id, settings.Read<CompanySettingsApi>());
        var registers = company.Registers.ToDictionary(register => register.Kind, StringComparer.Ordinal);
        company.Write(() =>
        {
            foreach (var record in records.Where(record => record.Kind != Company.SettingsRecords))
            {
                var register = registers.GetValueOrDefault(record.Kind)
                    ?? throw new JsonException($"No register has the kind {record.Kind}.");
                register.Take(record.Record, StoredRecord.Json);
            }
        });
        return company;
    }

    private static void Restore(SandboxState state, StoredRecord record)
    {
        switch (record.Kind)
        {
            case SandboxState.UserRecords:
                state.Put(record.Read<SandboxUser>());
                break;
            case Grants.GrantRecords:
                state.Grants.Add(record.Read<Grant>());
                break;
            case Grants.TicketRecords:
                // Whether it has expired is asked when it is used.
                state.Grants.Issue(record.Read<Ticket>(), DateTimeOffset.MinValue);
                break;
            default:
                throw new JsonException($"No register has the kind {record.Kind}.");
        }
    }
}

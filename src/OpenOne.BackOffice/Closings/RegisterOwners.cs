using Npgsql;

namespace OpenOne.BackOffice.Closings;

/// <summary>Which companies of an organisation use a register.</summary>
internal static class RegisterOwners
{
    /// <summary>Asks for registers, and keeps others from using them for the first time until the transaction ends.</summary>
    /// <param name="connection">In a transaction.</param>
    /// <param name="registers">Sorted, so that two who lock several do not wait for each other.</param>
    public static List<(Guid OrganisationId, string Register, Guid CompanyId)> Lock(
        NpgsqlConnection connection, List<(Guid OrganisationId, string Register)> registers)
    {
        using var batch = connection.CreateBatch();
        foreach (var (organisationId, register) in registers)
        {
            batch.BatchCommands.Add(new("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
            {
                Parameters = { new() { Value = $"{organisationId} {register}" } },
            });
        }

        batch.BatchCommands.Add(new(
            """
            SELECT c.organisation_id, r.designation, r.company_id FROM registers r JOIN companies c ON c.id = r.company_id
            WHERE (c.organisation_id, r.designation) IN (SELECT * FROM unnest($1, $2))
            """)
        {
            Parameters =
            {
                new() { Value = registers.Select(register => register.OrganisationId).ToArray() },
                new() { Value = registers.Select(register => register.Register).ToArray() },
            },
        });
        var owners = new List<(Guid, string, Guid)>();
        using var reader = batch.ExecuteReader();
        do
        {
            while (reader.FieldCount == 3 && reader.Read())
            {
                owners.Add((reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2)));
            }
        }
        while (reader.NextResult());
        return owners;
    }
}

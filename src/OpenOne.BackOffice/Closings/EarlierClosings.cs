using Npgsql;

namespace OpenOne.BackOffice.Closings;

/// <summary>Closings that have been received under the same numbers.</summary>
internal static class EarlierClosings
{
    /// <summary>Finds those that there are.</summary>
    public static Dictionary<(Guid CompanyId, string Register, int ZNumber), (Guid Id, byte[] ContentHash)> Find(
        NpgsqlConnection connection, List<PendingClosing> closings)
    {
        using var command = new NpgsqlCommand(
            """
            SELECT company_id, register, z_number, id, content_hash FROM closings
            WHERE (company_id, register, z_number) IN (SELECT * FROM unnest($1, $2, $3))
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = closings.Select(pending => pending.Closing.CompanyId).ToArray() },
                new() { Value = closings.Select(pending => pending.Closing.Register).ToArray() },
                new() { Value = closings.Select(pending => pending.Closing.ZNumber).ToArray() },
            },
        };
        using var reader = command.ExecuteReader();
        var earlier = new Dictionary<(Guid, string, int), (Guid, byte[])>();
        while (reader.Read())
        {
            earlier[(reader.GetGuid(0), reader.GetString(1), reader.GetInt32(2))] = (reader.GetGuid(3), reader.GetFieldValue<byte[]>(4));
        }

        return earlier;
    }
}

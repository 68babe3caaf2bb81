using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>The second wall between tenants: row-level security on every table that belongs to one, so that a query that forgets
/// whose data it asks for gets nothing of anybody else's.</summary>
/// <remarks>Put up from the model: a table belongs to whom the company or the row that it refers to belongs to. So a new table
/// stands behind the wall without anybody having thought of it; one that refers to nobody must be named here.</remarks>
internal static class TenantWall
{
    /// <summary>The setting of a connection that says whose rows may be seen.</summary>
    public const string Setting = "openone.sees";

    /// <summary>Tables of no tenant: people and where they belong, which decide who may see what; and what all servers share.</summary>
    private static readonly Type[] _ofNobody = [typeof(Organisation), typeof(Membership), typeof(User), .. PostgresDb.OfClusters];

    /// <summary>The statements that put the wall up, in whatever state it was before.</summary>
    public static IReadOnlyList<string> Statements(IModel model) =>
    [
        $"""
        CREATE OR REPLACE FUNCTION openone_visible_organisations() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
            SELECT substr(current_setting('{Setting}', true), 14)::uuid
            WHERE current_setting('{Setting}', true) LIKE 'organisation %'
            UNION ALL
            SELECT organisation_id FROM memberships
            WHERE user_id = CASE WHEN current_setting('{Setting}', true) LIKE 'user %'
                THEN substr(current_setting('{Setting}', true), 6)::uuid END
        $$
        """,
        .. Tables(model).SelectMany(table => Statements(table)),
    ];

    /// <summary>Every table with the condition under which a row of it is seen, those that others refer to first.</summary>
    /// <exception cref="InvalidOperationException">A table refers to nobody and is not named here.</exception>
    public static IEnumerable<(string Name, string Condition)> Tables(IModel model) => model.GetEntityTypes()
        .Where(entity => entity.GetTableName() is not null && !IsOfNobody(entity))
        .Select(entity => (entity.GetTableName()!, Condition(entity)
            ?? throw new InvalidOperationException(
                $"{entity.GetTableName()} refers to no company. If it is nobody's, say so in TenantWall; otherwise give it a foreign key.")))
        .DistinctBy(table => table.Item1)
        .OrderBy(table => table.Item1, StringComparer.Ordinal);

    private static bool IsOfNobody(IEntityType entity) => _ofNobody.Contains(entity.ClrType)
        || entity.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) is true;

    private static string? Condition(IEntityType entity)
    {
        if (entity.GetForeignKeys().FirstOrDefault(key => key.IsRequired && key.PrincipalEntityType.ClrType == typeof(Organisation)) is { } own)
        {
            return $"{own.Properties.Single().GetColumnName()} IN (SELECT openone_visible_organisations())";
        }

        // Whoever sees the row that is referred to sees this one: the policy of that table decides.
        return entity.GetForeignKeys().Where(key => key.IsRequired && !IsOfNobody(key.PrincipalEntityType) && key.PrincipalEntityType != entity)
            .OrderBy(key => key.PrincipalEntityType.ClrType == typeof(Company) ? 0 : 1)
            .Select(ThroughWhom)
            .FirstOrDefault();
    }

    private static string ThroughWhom(IForeignKey key)
    {
        var principal = key.PrincipalEntityType.GetTableName()!;
        var columns = key.Properties.Zip(key.PrincipalKey.Properties, (own, its) =>
            $"owner.{its.GetColumnName()} = {key.DeclaringEntityType.GetTableName()}.{own.GetColumnName()}");
        return $"EXISTS (SELECT 1 FROM {principal} owner WHERE {string.Join(" AND ", columns)})";
    }

    private static IEnumerable<string> Statements((string Name, string Condition) table) =>
    [
        $"ALTER TABLE {table.Name} ENABLE ROW LEVEL SECURITY",
        $"ALTER TABLE {table.Name} FORCE ROW LEVEL SECURITY",
        $"DROP POLICY IF EXISTS tenants ON {table.Name}",

        // What sees everything is asked once for a query, and then no row is looked at for it.
        $"CREATE POLICY tenants ON {table.Name} USING ((SELECT current_setting('{Setting}', true)) = '*' OR {table.Condition})",
    ];
}

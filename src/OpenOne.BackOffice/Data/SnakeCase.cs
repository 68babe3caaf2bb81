using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace OpenOne.BackOffice.Data;

/// <summary>Names of tables and columns as both databases like them: <c>business_date</c>.</summary>
internal static partial class SnakeCase
{
    /// <summary>Renames everything the model has not named itself.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table)
            {
                entity.SetTableName(Of(table.Replace("AspNet", "", StringComparison.Ordinal)));
            }

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }

            foreach (var property in entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
            {
                property.SetColumnName(Of(property.GetColumnName()));
            }
        }
    }

    private static string Of(string name) => Hump().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")]
    private static partial Regex Hump();
}

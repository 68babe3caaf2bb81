using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace OpenOne.BackOffice.Data;

/// <summary>The order of texts in queries: symbol by symbol, as the database keeps them.</summary>
internal static class TextOrder
{
    /// <summary>Whether a text stands behind another: <c>text &gt; other</c> in the database.</summary>
    /// <remarks>A name for what C# has no operator for; <see cref="string.Compare(string, string)"/> would speak of a culture, which
    /// the database does not know.</remarks>
    public static bool IsBehind(string text, string other) => string.CompareOrdinal(text, other) > 0;

    /// <summary>Teaches the database what <see cref="IsBehind"/> means.</summary>
    public static void Apply(ModelBuilder builder) => builder
        .HasDbFunction(typeof(TextOrder).GetMethod(nameof(IsBehind))!)
        .HasTranslation(texts => new SqlBinaryExpression(
            ExpressionType.GreaterThan, texts[0], texts[1], typeof(bool), BoolTypeMapping.Default));
}

namespace OpenOne.Spiris.Wire;

/// <summary>Literals of filters.</summary>
/// <remarks>Source: OData, which the API's lists follow: texts in single quotes, a quote within them doubled.</remarks>
internal static class Filter
{
    /// <summary>A text.</summary>
    internal static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";
}

using System.Globalization;
using System.Text;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;

namespace OpenOne.Bench.Ingest;

/// <summary>What the points of sale hand over.</summary>
internal static class ClosingDocuments
{
    /// <summary>The evening with everything on it, each time under another Z number of as many digits.</summary>
    public static List<byte[]> Make(int first, int count)
    {
        var text = ClosingWire.Of(MadeUpEvening.Z1284.Report).ToJsonString();
        return [.. Enumerable.Range(first, count).Select(number => Encoding.UTF8.GetBytes(
            text.Replace("\"zNumber\":1284", string.Create(CultureInfo.InvariantCulture, $"\"zNumber\":{number}"), StringComparison.Ordinal)))];
    }
}

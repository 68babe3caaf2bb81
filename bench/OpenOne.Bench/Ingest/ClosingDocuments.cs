using System.Text;
using OpenOne.BackOffice.Tests;
using OpenOne.Testing;

namespace OpenOne.Bench.Ingest;

/// <summary>What the points of sale hand over.</summary>
internal static class ClosingDocuments
{
    /// <summary>The evening with everything on it, each time under another Z number of as many digits.</summary>
    public static List<byte[]> Make(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => Make(MadeUpEvening.Z1284, number))];

    /// <summary>An evening under another Z number.</summary>
    public static byte[] Make(RealEvening evening, int number)
    {
        var document = ClosingWire.Of(evening.Report);
        document["zNumber"] = number;
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}

using System.Text;
using System.Text.Json;
using OpenOne.Cli.BackOffice;

namespace OpenOne.Cli.Sending;

/// <summary>A closing to be sent: the bytes as they are, and what a person recognises it by.</summary>
/// <remarks>
/// What is missing or odd is left empty and sent all the same: judging a closing is BackOffice's work, and trying its
/// answers to bad ones is a reason to have this command.
/// </remarks>
/// <param name="Source">Where it came from: a file's name, with a position where the file holds several.</param>
/// <param name="Content">The document, UTF-8.</param>
/// <param name="Total">Sales of the day in kronor, VAT included.</param>
internal sealed record ClosingDocument(
    string Source,
    ReadOnlyMemory<byte> Content,
    string? OrganisationNumber,
    string? Register,
    long? ZNumber,
    string? BusinessDate,
    decimal? Total)
{
    // Beyond this a sum could leave the range of decimal; no till is near it.
    private const decimal LargestShown = 1_000_000_000_000m;

    /// <summary>The closing for short, in a sentence about it.</summary>
    public string Name => (ZNumber, Register) switch
    {
        ({ } number, { } register) => $"Z {number} {register}",
        ({ } number, null) => $"Z {number}",
        _ => Source,
    };

    /// <summary>Reads one closing; the bytes sent are exactly those of the element in its file.</summary>
    public static ClosingDocument Read(string source, JsonElement closing) =>
        Read(source, closing, Encoding.UTF8.GetBytes(closing.GetRawText()));

    /// <summary>Reads one closing of which the bytes are at hand.</summary>
    public static ClosingDocument Read(string source, JsonElement closing, ReadOnlyMemory<byte> content) => new(
        source,
        content,
        closing.Text("organisationNumber"),
        closing.Text("register"),
        closing.WholeNumber("zNumber"),
        closing.Text("businessDate"),
        SumOfSales(closing));

    private static decimal? SumOfSales(JsonElement closing)
    {
        var rows = closing.Items("sales").Select(row => row.Number("gross")).ToList();
        return rows.TrueForAll(gross => gross is >= -LargestShown and <= LargestShown) ? rows.Sum() : null;
    }
}

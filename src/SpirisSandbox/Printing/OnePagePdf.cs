using System.Globalization;
using System.Text;

namespace SpirisSandbox.Printing;

/// <summary>A PDF of one A4 page with lines of text: enough to be opened, shown and attached.</summary>
/// <remarks>
/// Written by hand after ISO 32000-1: five objects, a cross-reference table and a trailer. Helvetica is one of the
/// fonts that every reader has, and Windows-1252 the encoding that gives it å, ä and ö.
/// </remarks>
internal static class OnePagePdf
{
    public const string ContentType = "application/pdf";

    private const int MostLines = 52;

    private static readonly Encoding _latin = Encoding.Latin1;

    /// <param name="lines">The first is the title. What the page has no room for is left out.</param>
    public static byte[] Of(params IReadOnlyList<string> lines)
    {
        var content = Content(lines);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            string.Create(
                CultureInfo.InvariantCulture, $"<< /Length {_latin.GetByteCount(content)} >>\nstream\n{content}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];

        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var number = 1; number <= objects.Length; number++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return _latin.GetBytes(pdf.ToString());
    }

    private static string Content(IReadOnlyList<string> lines)
    {
        var content = new StringBuilder("BT /F1 16 Tf 56 786 Td 14 TL\n");
        for (var line = 0; line < Math.Min(lines.Count, MostLines); line++)
        {
            content.Append('(').Append(Escaped(lines[line])).Append(") Tj T*");
            content.Append(line == 0 ? " T* /F1 10 Tf\n" : "\n");
        }

        return content.Append("ET").ToString();
    }

    // One character is one byte, so that an offset in the text is an offset in the file: what Latin-1 lacks becomes "?".
    private static string Escaped(string text) => string.Concat(text.Select(sign => sign switch
    {
        '(' or ')' or '\\' => "\\" + sign,
        < ' ' => " ",
        > 'ÿ' or (>= '\u007f' and <= '\u009f') => "?",
        _ => sign.ToString(),
    }));
}

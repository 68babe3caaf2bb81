using System.Globalization;
using System.Text;
using OpenOne.Domain;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Invoices;

/// <summary>The receipt as a PDF of text, to be attached to its invoice.</summary>
/// <remarks>The simplest PDF that is right: one font that every reader has, one page after the other, nothing compressed.
/// Source: ISO 32000-1, 7.5 and 9.6.2; the standard font Courier in WinAnsiEncoding, which holds Swedish.</remarks>
internal static class ReceiptPdf
{
    private const int Columns = 76;
    private const int LinesPerPage = 60;

    /// <summary>The file.</summary>
    public static byte[] Of(string company, OrganisationNumber number, ReceiptToInvoice receipt)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Of([.. Lines(company, number, receipt)], Encoding.GetEncoding(1252, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback));
    }

    private static IEnumerable<string> Lines(string company, OrganisationNumber number, ReceiptToInvoice receipt)
    {
        yield return $"{company}, {number}";
        yield return $"Kvitto {receipt.Key.ReceiptNumber}   Kassa {receipt.Key.Register}   {receipt.Date:yyyy-MM-dd}";
        yield return "";
        foreach (var line in receipt.Receipt.Lines)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{line.Quantity:0.####} x {line.Text}");
            foreach (var part in Wrapped(text, Columns - 22))
            {
                yield return part == text || text.EndsWith(part, StringComparison.Ordinal)
                    ? $"{part.PadRight(Columns - 22)}{line.Rate,6}{Kronor(line.Gross),16}"
                    : part;
            }
        }

        yield return new string('-', Columns);
        if (receipt.Receipt.Tip != Money.Zero)
        {
            yield return $"{"Dricks".PadRight(Columns - 16)}{Kronor(receipt.Receipt.Tip),16}";
        }

        yield return $"{"Att betala".PadRight(Columns - 16)}{Kronor(receipt.Payable),16}";
        foreach (var rate in VatRate.All.Where(rate => receipt.Receipt.Lines.Any(line => line.Rate == rate)))
        {
            var vat = receipt.Receipt.Lines.Where(line => line.Rate == rate).Sum(line => line.Vat);
            yield return $"{$"varav moms {rate}".PadRight(Columns - 16)}{Kronor(vat),16}";
        }

        foreach (var part in Wrapped(receipt.Receipt.Note ?? "", Columns))
        {
            yield return part;
        }
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        for (var rest = text.ReplaceLineEndings(" "); rest.Length > 0;)
        {
            var part = rest.Length > width ? rest[..width] : rest;
            yield return part;
            rest = rest[part.Length..];
        }
    }

    private static string Kronor(Money amount) => amount.ToKronor().ToString("#,##0.00", CultureInfo.GetCultureInfo("sv-SE"))
        .Replace('\u00A0', ' ').Replace('\u2212', '-');

    private static byte[] Of(string[] lines, Encoding latin)
    {
        var pages = lines.Chunk(LinesPerPage).ToArray();
        using var file = new MemoryStream();
        var starts = new List<long>();
        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Length} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        for (var i = 0; i < pages.Length; i++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + (2 * i)} 0 R /Resources << /Font << /F 3 0 R >> >> >>");
            var text = $"BT /F 10 Tf 12 TL 60 780 Td {string.Concat(pages[i].Select(line => $"({Escaped(line)}) Tj T* "))}ET";
            Object($"<< /Length {latin.GetByteCount(text)} >>\nstream\n{text}\nendstream");
        }

        var table = file.Position;
        Write($"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n");
        starts.ForEach(start => Write($"{start:0000000000} 00000 n \n"));
        Write($"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Object(string content)
        {
            starts.Add(file.Position);
            Write($"{starts.Count} 0 obj\n{content}\nendobj\n");
        }

        void Write(string text) => file.Write(latin.GetBytes(text));
    }

    private static string Escaped(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;

namespace SpirisSandbox.Sie;

/// <summary>Writes a file of type 4E, records in the order of the specification and without <c>#KTYP</c>.</summary>
/// <remarks>
/// Source: SIE filformat 4B § 5 (grammar) and § 11 (records). The real service was seen to leave <c>#KTYP</c> out.
/// </remarks>
public static class SieWriter
{
    private const string EndOfLine = "\r\n";

    public static string Write(SieFile file)
    {
        var text = new StringBuilder();
        Identify(text, file);
        Describe(text, file);
        Balances(text, "#IB", file.OpeningBalances);
        Balances(text, "#UB", file.ClosingBalances);
        Balances(text, "#RES", file.Results);
        foreach (var voucher in file.Vouchers)
        {
            Voucher(text, voucher);
        }

        return text.ToString();
    }

    private static void Identify(StringBuilder text, SieFile file)
    {
        Record(text, "#FLAGGA", "0");
        Record(text, "#PROGRAM", Quoted(file.Program), Quoted(file.ProgramVersion));
        Record(text, "#FORMAT", "PC8");
        if (file.Generated is { } generated)
        {
            Record(text, "#GEN", Date(generated));
        }

        Record(text, "#SIETYP", "4");
        if (file.OrganisationNumber is { } organisationNumber)
        {
            Record(text, "#ORGNR", Quoted(organisationNumber));
        }

        Record(text, "#FNAMN", Quoted(file.CompanyName));
        foreach (var year in file.Years)
        {
            Record(text, "#RAR", Whole(year.Number), Date(year.Start), Date(year.End));
        }

        Record(text, "#KPTYP", "EUBAS97");
        Record(text, "#VALUTA", "SEK");
    }

    private static void Describe(StringBuilder text, SieFile file)
    {
        foreach (var account in file.Accounts)
        {
            Record(text, "#KONTO", Whole(account.Number), Quoted(account.Name));
        }

        foreach (var dimension in file.Dimensions)
        {
            Record(text, "#DIM", Whole(dimension.Number), Quoted(dimension.Name));
        }

        foreach (var value in file.Objects)
        {
            Record(text, "#OBJEKT", Whole(value.Dimension), Quoted(value.Number), Quoted(value.Name));
        }
    }

    private static void Balances(StringBuilder text, string label, IReadOnlyList<SieBalance> balances)
    {
        foreach (var balance in balances)
        {
            Record(text, label, Whole(balance.Year), Whole(balance.Account), Amount(balance.Amount));
        }
    }

    private static void Voucher(StringBuilder text, SieVoucher voucher)
    {
        var registered = voucher.Registered is { } day ? Date(day) : "\"\"";
        Record(
            text, "#VER", Quoted(voucher.Series), Quoted(voucher.Number), Date(voucher.Date), Quoted(voucher.Text), registered);
        text.Append('{').Append(EndOfLine);
        foreach (var row in voucher.Rows)
        {
            var objects = row.Objects.Select(value => $"{Whole(value.Dimension)} {Quoted(value.Number)}");
            Record(
                text, "#TRANS", Whole(row.Account), $"{{{string.Join(' ', objects)}}}", Amount(row.Amount), Date(voucher.Date),
                Quoted(row.Text));
        }

        text.Append('}').Append(EndOfLine);
    }

    private static void Record(StringBuilder text, string label, params ReadOnlySpan<string> fields)
    {
        text.Append(label);
        foreach (var field in fields)
        {
            text.Append(' ').Append(field);
        }

        text.Append(EndOfLine);
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    // Only the quotation mark has an escape; a backslash before the closing mark would be taken for one.
    private static string Quoted(string text)
    {
        var clean = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        var escaped = clean.Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{(escaped.EndsWith('\\') ? escaped[..^1] + "/" : escaped)}\"";
    }
}

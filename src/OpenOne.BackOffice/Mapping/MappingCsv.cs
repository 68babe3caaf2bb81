using System.Buffers;
using System.Text;
using System.Text.Unicode;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Mapping;

/// <summary>A mapping as a file for a spreadsheet: semicolons, one row a key, UTF-8 with a mark so that Excel reads å, ä and ö.</summary>
/// <remarks>A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which is taken away again when
/// it is read (OWASP: CSV injection).</remarks>
public static class MappingCsv
{
    private const string Header = "key;account;profit unit 1;profit unit 2;profit unit 3;name";
    private const string Formula = "=+-@\t\r";

    private static readonly SearchValues<char> _quoted = SearchValues.Create(";\"\r\n\t,");

    /// <summary>Writes a mapping.</summary>
    /// <param name="mapping">Its rows and cost centres.</param>
    /// <param name="names">What the registers call the keys; for people, not read back.</param>
    public static byte[] Write(AccountMapping mapping, IReadOnlyDictionary<MappingKey, string?> names)
    {
        var text = new StringBuilder().Append('\uFEFF').Append(Header).Append("\r\n");
        foreach (var (key, account) in mapping.Accounts.OrderBy(row => row.Key.ToString(), StringComparer.Ordinal))
        {
            var centres = mapping.CostCentres.All.GetValueOrDefault(new CostCentreSubject.Row(key), CostCentres.None);
            Append(text, key.ToString()!, account.ToString(), centres, names.GetValueOrDefault(key) ?? "");
        }

        foreach (var (subject, centres) in mapping.CostCentres.All.OrderBy(row => row.Key.ToString(), StringComparer.Ordinal))
        {
            if (subject is not CostCentreSubject.Row { Key: var row } || !mapping.Accounts.ContainsKey(row))
            {
                Append(text, subject.ToString()!, "", centres, "");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads a mapping. Throws for no input whatever.</summary>
    public static MappingFileReading Read(ReadOnlySpan<byte> file)
    {
        var rows = new MappingFileRows();
        if (file.Length > MappingFile.MaxBytes)
        {
            rows.Refuse(0, MappingFileFault.TooLarge);
        }
        else if (!Utf8.IsValid(file))
        {
            rows.Refuse(0, MappingFileFault.NotText);
        }
        else
        {
            ReadRows(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'), rows);
        }

        if (rows.Problems.IsEmpty && rows.Accounts.Count == 0)
        {
            rows.Refuse(0, MappingFileFault.Empty);
        }

        return rows.Problems.IsEmpty
            ? new MappingFileReading.Read(new MappingFile(null, null, null, rows.Accounts, rows.Centres))
            : new MappingFileReading.Refused(rows.Problems);
    }

    private static void ReadRows(string text, MappingFileRows rows)
    {
        var firstLine = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : text.Length);
        var separator = firstLine.Contains(';') ? ';' : firstLine.Contains('\t') ? '\t' : ',';
        int[]? columns = null;
        foreach (var (line, cells) in CsvText.Rows(text, separator))
        {
            if (columns is null)
            {
                columns = [.. "key;account;profit unit 1;profit unit 2;profit unit 3".Split(';').Select(name =>
                    cells.FindIndex(cell => string.Equals(cell.Trim(), name, StringComparison.OrdinalIgnoreCase)))];
                if (columns[0] < 0 || columns[1] < 0)
                {
                    rows.Refuse(line, MappingFileFault.NotAMapping);
                    return;
                }
            }
            else if (cells is not [""])
            {
                var (key, account) = (Cell(cells, columns[0]), Cell(cells, columns[1]));
                if (key.Length == 0)
                {
                    rows.Refuse(line, MappingFileFault.NotARow, string.Join(separator, cells));
                    continue;
                }

                rows.Add(line, key, account, [.. columns[2..].Select(column => Cell(cells, column))]);
            }
        }

        if (columns is null)
        {
            rows.Refuse(0, MappingFileFault.Empty);
        }
    }

    private static string Cell(List<string> cells, int column)
    {
        var cell = column >= 0 && column < cells.Count ? cells[column].Trim() : "";
        return cell is ['\'', var first, ..] && Formula.Contains(first, StringComparison.Ordinal) ? cell[1..] : cell;
    }

    private static void Append(StringBuilder text, string key, string account, CostCentres centres, string name)
    {
        string[] cells = [key, account, Told(centres.First), Told(centres.Second), Told(centres.Third), name];
        text.AppendJoin(';', cells.Select(Safe)).Append("\r\n");
    }

    private static string Told(CostCentre? centre) => centre is null ? "" : $"{centre.Id} {centre.Name}".TrimEnd();

    private static string Safe(string cell)
    {
        var safe = cell.Length > 0 && Formula.Contains(cell[0], StringComparison.Ordinal) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny(_quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

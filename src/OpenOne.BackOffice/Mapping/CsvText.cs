using System.Text;

namespace OpenOne.BackOffice.Mapping;

/// <summary>Text of rows and cells (RFC 4180, with any separator), together with the line that each row begins on.</summary>
/// <remarks>Written here because a message about a row has to name its line, also where a quoted cell holds line ends.</remarks>
internal static class CsvText
{
    /// <summary>The rows. A quotation mark that is never closed ends with the text.</summary>
    public static IEnumerable<(int Line, List<string> Cells)> Rows(string text, char separator)
    {
        var (cells, cell, quoted, line, begin) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            line += letter == '\n' ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    cell.Append(letter);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (letter == separator)
            {
                cells.Add(Taken(cell));
            }
            else if (letter == '\n')
            {
                cells.Add(Taken(cell));
                yield return (begin, cells);
                (cells, begin) = ([], line);
            }
            else if (letter != '\r')
            {
                cell.Append(letter);
            }
        }

        if (cells is not [] || cell.Length > 0)
        {
            cells.Add(Taken(cell));
            yield return (begin, cells);
        }
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}

using System.Globalization;
using System.Text;

namespace SpirisSandbox.Sie;

/// <summary>A file that is not SIE. It never leaves this folder: <see cref="SieReader"/> makes an outcome of it.</summary>
internal sealed class SieSyntaxException(int line, string reason)
    : Exception(FormattableString.Invariant($"Line {line}: {reason}"));

/// <summary>One line of a file, taken apart: its label and its fields, a list of objects being one field.</summary>
/// <remarks>Source: SIE filformat 4B § 5.</remarks>
internal sealed record SieLine(int Number, string Label, IReadOnlyList<string> Fields)
{
    /// <summary>A field that may be missing or empty.</summary>
    public string Optional(int position) => position < Fields.Count ? Fields[position] : "";

    public string Text(int position) => position < Fields.Count
        ? Fields[position]
        : throw Fail($"{Label} has {Fields.Count} fields, which is too few.");

    public int Whole(int position) =>
        int.TryParse(Text(position), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fail($"'{Text(position)}' is not a whole number.");

    public long Account(int position) =>
        long.TryParse(Text(position), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Fail($"'{Text(position)}' is not an account number.");

    public decimal Amount(int position) =>
        decimal.TryParse(
            Text(position),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var amount) && decimal.Round(amount, 2, MidpointRounding.ToZero) == amount
            ? amount
            : throw Fail($"'{Text(position)}' is not an amount with at most two decimals.");

    public DateOnly Date(int position) =>
        DateOnly.TryParseExact(
            Text(position), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fail($"'{Text(position)}' is not a date.");

    public DateOnly? OptionalDate(int position) => Optional(position).Length == 0 ? null : Date(position);

    /// <summary>The objects of a list, which is pairs of dimension and object.</summary>
    public IReadOnlyList<SieObjectReference> Objects(int position)
    {
        var inner = FieldsOf(Number, Text(position));
        if (inner.Count % 2 != 0)
        {
            throw Fail("a list of objects has a dimension without an object.");
        }

        return
        [
            .. inner.Chunk(2).Select(pair => new SieObjectReference(
                int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out var dimension)
                    ? dimension
                    : throw Fail($"'{pair[0]}' is not a dimension."),
                pair[1])),
        ];
    }

    public SieSyntaxException Fail(string reason) => new(Number, reason);

    public static SieLine Of(int number, string line)
    {
        var fields = FieldsOf(number, line);
        return new SieLine(number, fields[0].ToUpperInvariant(), fields.Skip(1).ToArray());
    }

    private static List<string> FieldsOf(int number, string line)
    {
        var fields = new List<string>();
        var position = 0;
        while (true)
        {
            while (position < line.Length && line[position] is ' ' or '\t')
            {
                position++;
            }

            if (position >= line.Length)
            {
                return fields;
            }

            fields.Add(line[position] switch
            {
                '"' => Quoted(number, line, ref position),
                '{' => Braced(number, line, ref position),
                _ => Bare(line, ref position),
            });
        }
    }

    private static string Bare(string line, ref int position)
    {
        var start = position;
        while (position < line.Length && line[position] is not (' ' or '\t' or '{'))
        {
            position++;
        }

        return line[start..position];
    }

    private static string Quoted(int number, string line, ref int position)
    {
        var text = new StringBuilder();
        for (position++; position < line.Length; position++)
        {
            if (line[position] == '"')
            {
                position++;
                return text.ToString();
            }

            if (line[position] == '\\' && position + 1 < line.Length && line[position + 1] == '"')
            {
                position++;
            }

            text.Append(line[position]);
        }

        throw new SieSyntaxException(number, "a quoted field has no end.");
    }

    // Objects may hold a brace inside quotes, so the end is looked for outside of them.
    private static string Braced(int number, string line, ref int position)
    {
        var start = ++position;
        while (position < line.Length && line[position] != '}')
        {
            if (line[position] == '"')
            {
                Quoted(number, line, ref position);
            }
            else
            {
                position++;
            }
        }

        return position < line.Length
            ? line[start..position++]
            : throw new SieSyntaxException(number, "a list of objects has no end.");
    }
}

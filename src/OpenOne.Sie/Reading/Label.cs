using System.Buffers;
using System.Text;

namespace OpenOne.Sie.Reading;

/// <summary>The records of SIE 1 to 4.</summary>
/// <remarks>Source: SIE filformat 4B § 11.</remarks>
internal enum Label
{
    Unknown = 1,
    Flagga,
    Ksumma,
    Program,
    Format,
    Gen,
    Sietyp,
    Prosa,
    Ftyp,
    Fnr,
    Orgnr,
    Bkod,
    Adress,
    Fnamn,
    Rar,
    Taxar,
    Omfattn,
    Kptyp,
    Valuta,
    Konto,
    Ktyp,
    Enhet,
    Sru,
    Dim,
    Underdim,
    Objekt,
    Ib,
    Ub,
    Res,
    Oib,
    Oub,
    Psaldo,
    Pbudget,
    Ver,
    Trans,
    Rtrans,
    Btrans,
}

/// <summary>Labels by their bytes.</summary>
internal static class Labels
{
    private const int Longest = 9;

    private static readonly Dictionary<ulong, Label> _known = Enum.GetValues<Label>().Where(label => label is not Label.Unknown)
        .ToDictionary(label => Packed(Encoding.ASCII.GetBytes("#" + label.ToString().ToUpperInvariant())));

    /// <summary>The record that a label names.</summary>
    /// <param name="label">With its <c>#</c>.</param>
    /// <param name="lowerCase">Whether it is a label only when it is put into capitals.</param>
    public static Label Find(ReadOnlySpan<byte> label, out bool lowerCase)
    {
        lowerCase = false;
        if (label.SequenceEqual("#TRANS"u8))
        {
            return Label.Trans;
        }

        if (label.Length > Longest)
        {
            return Label.Unknown;
        }

        if (_known.TryGetValue(Packed(label), out var found))
        {
            return found;
        }

        Span<byte> capitals = stackalloc byte[Longest];
        lowerCase = Ascii.ToUpper(label, capitals, out var length) is OperationStatus.Done
            && _known.TryGetValue(Packed(capitals[..length]), out found);
        return lowerCase ? found : Label.Unknown;
    }

    // The # says nothing, and eight letters are one number.
    private static ulong Packed(ReadOnlySpan<byte> label)
    {
        ulong packed = 0;
        foreach (var letter in label.IsEmpty ? label : label[1..])
        {
            packed = (packed << 8) | letter;
        }

        return packed;
    }
}

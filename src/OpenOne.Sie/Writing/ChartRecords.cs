using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Writing;

/// <summary>The chart of accounts, dimensions and objects.</summary>
internal static class ChartRecords
{
    public static void Write(RecordOutput records, SieAccount account)
    {
        CheckNumber(account.Number);
        var name = PlainText.From(account.Name);
        ArgumentException.ThrowIfNullOrEmpty(name);
        records.Label("#KONTO"u8).Code(account.Number).Text(name).End();
        if (account.Type is { } type)
        {
            records.Label("#KTYP"u8).Code(account.Number).Code(Letter(type)).End();
        }

        var unit = PlainText.From(account.Unit);
        if (unit.Length > 0)
        {
            records.Label("#ENHET"u8).Code(account.Number).Text(unit).End();
        }

        foreach (var code in account.TaxCodes)
        {
            records.Label("#SRU"u8).Code(account.Number).Code(code).End();
        }
    }

    public static void Write(RecordOutput records, SieDimension dimension)
    {
        if (dimension.Parent is { } parent)
        {
            records.Label("#UNDERDIM"u8).Whole(dimension.Number).Text(dimension.Name).Whole(parent).End();
        }
        else
        {
            records.Label("#DIM"u8).Whole(dimension.Number).Text(dimension.Name).End();
        }
    }

    public static void Write(RecordOutput records, SieObject value) =>
        records.Label("#OBJEKT"u8).Whole(value.Dimension).Text(value.Number).Text(value.Name).End();

    /// <summary>Throws when an account's number is not digits.</summary>
    public static void CheckNumber(string account)
    {
        if (account.Length == 0 || account.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException($"\"{account}\" is no account: numbers of accounts are digits (SIE filformat 4B § 11).");
        }
    }

    private static string Letter(SieAccountType type) => type switch
    {
        SieAccountType.Asset => "T",
        SieAccountType.Liability => "S",
        SieAccountType.Expense => "K",
        SieAccountType.Income => "I",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown type of account."),
    };
}

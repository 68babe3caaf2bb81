using OpenOne.Sie.Characters;

namespace OpenOne.Sie.Writing;

/// <summary>The records before the chart.</summary>
internal static class IdentificationRecords
{
    /// <summary>Throws when what must be there is not, or what must not be is.</summary>
    /// <remarks>Source: SIE filformat 4B § 11, the table of which record is compulsory in which type.</remarks>
    public static void Check(SieIdentification identification)
    {
        ArgumentException.ThrowIfNullOrEmpty(identification.Program);
        ArgumentException.ThrowIfNullOrEmpty(identification.ProgramVersion);
        ArgumentException.ThrowIfNullOrEmpty(PlainText.From(identification.CompanyName));
        if (identification.Generated is null)
        {
            throw new ArgumentException("A file states the day it was made.", nameof(identification));
        }

        if (identification.Kind is SieKind.Import && (identification.TradeCode.Length > 0 || identification.Through is not null))
        {
            throw new ArgumentException("A 4I states neither trade nor extent.", nameof(identification));
        }

        if (identification.Kind is not SieKind.Import && !identification.Years.Any(year => year.Number == 0))
        {
            throw new ArgumentException("All but a 4I state the present fiscal year.", nameof(identification));
        }
    }

    public static void Write(RecordOutput records, SieIdentification identification)
    {
        records.Label("#PROGRAM"u8).Text(identification.Program).Code(identification.ProgramVersion).End();
        records.Label("#FORMAT"u8).Code("PC8").End();
        Generated(records, identification);
        records.Label("#SIETYP"u8).Whole(identification.Kind is SieKind.Import ? 4 : (int)identification.Kind).End();
        Text(records, "#PROSA"u8, identification.Comment);
        Code(records, "#FTYP"u8, identification.CompanyType);
        Code(records, "#FNR"u8, identification.CompanyCode);
        OrganisationNumber(records, identification);
        Code(records, "#BKOD"u8, identification.TradeCode);
        if (identification.Address is { } address)
        {
            records.Label("#ADRESS"u8)
                .Text(address.Contact).Text(address.Street).Text(address.PostalAddress).Text(address.Phone).End();
        }

        Text(records, "#FNAMN"u8, identification.CompanyName);
        foreach (var year in identification.Years)
        {
            records.Label("#RAR"u8).Whole(year.Number).Date(year.Start).Date(year.End).End();
        }

        if (identification.TaxYear is { } taxYear)
        {
            records.Label("#TAXAR"u8).Whole(taxYear).End();
        }

        if (identification.Through is { } through)
        {
            records.Label("#OMFATTN"u8).Date(through).End();
        }

        Code(records, "#KPTYP"u8, identification.ChartType);
        Code(records, "#VALUTA"u8, identification.Currency);
    }

    private static void Generated(RecordOutput records, SieIdentification identification)
    {
        records.Label("#GEN"u8).Date(identification.Generated.GetValueOrDefault());
        var by = PlainText.From(identification.GeneratedBy);
        if (by.Length > 0)
        {
            records.Text(by);
        }

        records.End();
    }

    private static void OrganisationNumber(RecordOutput records, SieIdentification identification)
    {
        if (identification.OrganisationNumber.Length == 0)
        {
            return;
        }

        var acquisition = PlainText.From(identification.AcquisitionNumber);
        var activity = PlainText.From(identification.ActivityNumber);
        records.Label("#ORGNR"u8).Code(identification.OrganisationNumber);
        if (acquisition.Length + activity.Length > 0)
        {
            records.Code(acquisition);
        }

        if (activity.Length > 0)
        {
            records.Code(activity);
        }

        records.End();
    }

    private static void Text(RecordOutput records, ReadOnlySpan<byte> label, string text)
    {
        var plain = PlainText.From(text);
        if (plain.Length > 0)
        {
            records.Label(label).Text(plain).End();
        }
    }

    private static void Code(RecordOutput records, ReadOnlySpan<byte> label, string code)
    {
        var plain = PlainText.From(code);
        if (plain.Length > 0)
        {
            records.Label(label).Code(plain).End();
        }
    }
}

using System.Collections.Immutable;

namespace OpenOne.Sie;

/// <summary>Who made a file, of which company, and what it is: the records before the chart.</summary>
/// <remarks>Source: SIE filformat 4B § 11. What is null or empty was not stated.</remarks>
public sealed record SieIdentification
{
    /// <summary>What the file holds (<c>#SIETYP</c>).</summary>
    public SieKind Kind { get; init; } = SieKind.Import;

    /// <summary>0 as written; a ledger that has read the file may set it to 1 (<c>#FLAGGA</c>).</summary>
    public int Flag { get; init; }

    /// <summary>The program that wrote it (<c>#PROGRAM</c>).</summary>
    public string Program { get; init; } = "";

    /// <summary>And its version.</summary>
    public string ProgramVersion { get; init; } = "";

    /// <summary>The character set that the file claims to have (<c>#FORMAT</c>). What we write is always PC8.</summary>
    public string Format { get; init; } = "PC8";

    /// <summary>When it was written (<c>#GEN</c>).</summary>
    public DateOnly? Generated { get; init; }

    /// <summary>By whom.</summary>
    public string GeneratedBy { get; init; } = "";

    /// <summary>Free text (<c>#PROSA</c>).</summary>
    public string Comment { get; init; } = "";

    /// <summary>AB, HB, E and so on (<c>#FTYP</c>).</summary>
    public string CompanyType { get; init; } = "";

    /// <summary>The writing program's own number of the company (<c>#FNR</c>).</summary>
    public string CompanyCode { get; init; } = "";

    /// <summary>The organisation number, NNNNNN-NNNN (<c>#ORGNR</c>).</summary>
    public string OrganisationNumber { get; init; } = "";

    /// <summary>What tells companies of one person apart (förvärvsnummer).</summary>
    public string AcquisitionNumber { get; init; } = "";

    /// <summary>What tells lines of business of one company apart (verksamhetsnummer).</summary>
    public string ActivityNumber { get; init; } = "";

    /// <summary>The code of the trade (<c>#BKOD</c>). Not in a 4I.</summary>
    public string TradeCode { get; init; } = "";

    /// <summary>Where the company is (<c>#ADRESS</c>).</summary>
    public SieAddress? Address { get; init; }

    /// <summary>The company's name (<c>#FNAMN</c>).</summary>
    public string CompanyName { get; init; } = "";

    /// <summary>The fiscal years that the file speaks of (<c>#RAR</c>), 0 being the present one.</summary>
    public ImmutableArray<SieYear> Years { get; init; } = [];

    /// <summary>The year of assessment (<c>#TAXAR</c>).</summary>
    public int? TaxYear { get; init; }

    /// <summary>The last day that is in the file, when it ends within a year (<c>#OMFATTN</c>). Not in a 4I.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The chart of accounts that the numbers follow, for example BAS2026 (<c>#KPTYP</c>).</summary>
    public string ChartType { get; init; } = "";

    /// <summary>The currency (<c>#VALUTA</c>); SEK when it is not stated.</summary>
    public string Currency { get; init; } = "";
}

/// <summary>An address (<c>#ADRESS</c>).</summary>
public sealed record SieAddress(string Contact, string Street, string PostalAddress, string Phone);

/// <summary>A fiscal year (räkenskapsår, <c>#RAR</c>).</summary>
/// <param name="Number">0 is the present one, -1 the one before.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
public readonly record struct SieYear(int Number, DateOnly Start, DateOnly End)
{
    /// <summary>Whether a day is in it.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End;
}

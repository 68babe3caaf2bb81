using System.Text;
using SpirisSandbox.Api;
using SpirisSandbox.Sie;

namespace SpirisSandbox.SieExchange;

/// <summary>The body of POST /sie4import.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, Sie4Api. <see cref="EndYearAdjustment"/> marks the vouchers as adjustments of the year's end,
/// which nothing in the API shows again: it is taken and changes nothing.
/// </remarks>
public sealed record Sie4Input : ApiInput<Sie4Input>
{
    /// <summary>The file's bytes in Base64.</summary>
    public string? SieData { get; init; }

    /// <summary>1 code page 437, 2 code page 850, 3 UTF-8, 4 ASCII.</summary>
    public int? Encoding { get; init; }

    public bool? MapLedgerAccount { get; init; }

    public bool? ImportOpeningBalance { get; init; }

    public bool? EndYearAdjustment { get; init; }

    public bool? ImportAccountNames { get; init; }

    public IReadOnlyList<SeriesMapping?>? SeriesMappings { get; init; }

    /// <summary>The character set of a number; null when there is none.</summary>
    public static Encoding? EncodingOf(int? number) => number switch
    {
        1 => SieEncoding.Pc8,
        2 => SieEncoding.Pc850,
        3 => SieEncoding.Utf8,
        4 => SieEncoding.Ascii,
        _ => null,
    };

    internal FieldErrors Check()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(SieData), SieData, int.MaxValue);
        errors.Required(nameof(Encoding), Encoding);
        errors.Within(nameof(Encoding), Encoding ?? 1, 1, 4);
        errors.Required(nameof(MapLedgerAccount), MapLedgerAccount);
        errors.Required(nameof(ImportOpeningBalance), ImportOpeningBalance);
        errors.Required(nameof(EndYearAdjustment), EndYearAdjustment);
        errors.Required(nameof(ImportAccountNames), ImportAccountNames);
        foreach (var mapping in SeriesMappings ?? [])
        {
            errors.Required("SeriesMappings.OriginalSeries", mapping?.OriginalSeries);
            errors.Required("SeriesMappings.NewSeries", mapping?.NewSeries);
        }

        return errors;
    }

    internal SieImportOrder ToOrder() => new(
        MapLedgerAccount!.Value,
        ImportOpeningBalance!.Value,
        ImportAccountNames!.Value,
        (SeriesMappings ?? []).GroupBy(mapping => mapping!.OriginalSeries!)
            .ToDictionary(group => group.Key, group => group.Last()!.NewSeries!, StringComparer.Ordinal));
}

/// <summary>The company's series for one of the file's.</summary>
/// <remarks>Source: OpenAPI 2026-09, SeriesMapping.</remarks>
public sealed record SeriesMapping(string? OriginalSeries, string? NewSeries);

/// <summary>How much was made.</summary>
/// <remarks>Source: OpenAPI 2026-09, CommonBatchResponseApi.</remarks>
public sealed record CommonBatchResponseApi(int CreatedRows);

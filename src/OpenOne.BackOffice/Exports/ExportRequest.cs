using System.Text.Json;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

/// <summary>What came of reading a request for an export.</summary>
internal abstract record ExportAsked
{
    private ExportAsked()
    {
    }

    /// <summary>It asks for this.</summary>
    public sealed record Order(ExportOrder What) : ExportAsked;

    /// <summary>It asks for nothing that anybody can mean.</summary>
    /// <param name="Problem">Why, in one sentence.</param>
    public sealed record Unusable(string Problem) : ExportAsked;
}

/// <summary>What is asked to be exported over the API: the wire's own names.</summary>
public sealed record ExportRequest
{
    /// <summary>The largest request that is read, in bytes.</summary>
    public const int MaxBytes = 4096;

    // Unknown and repeated members, wrong types and comments are refused, as in a closing.
    private static readonly JsonSerializerOptions _json = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>The first business date.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last business date.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What becomes one voucher: <c>closing</c>, <c>store-and-day</c> or <c>company-and-day</c>; the first when left out.</summary>
    public string? Grouping { get; init; }

    /// <summary>The series that the vouchers name; left out, whoever imports them chooses.</summary>
    public string? Series { get; init; }

    /// <summary>Reads a request for an export of a company.</summary>
    internal static ExportAsked Read(byte[] document, Guid companyId)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportRequest>(document, _json)?.Of(companyId) ?? new ExportAsked.Unusable("It is null.");
        }
        catch (JsonException malformed)
        {
            return new ExportAsked.Unusable(malformed.Message);
        }
    }

    private ExportAsked Of(Guid companyId)
    {
        ExportGrouping? known = Grouping switch
        {
            null or "closing" => ExportGrouping.EachClosing,
            "store-and-day" => ExportGrouping.StoreAndDay,
            "company-and-day" => ExportGrouping.CompanyAndDay,
            _ => null,
        };
        VoucherSeries? series = VoucherSeries.TryParse(Series, out var named) ? named : null;
        return known is not { } grouping ? new ExportAsked.Unusable("grouping is closing, store-and-day or company-and-day.")
            : series is null && Series is not null ? new ExportAsked.Unusable("series is one to four letters or digits.")
            : new ExportOrder(companyId, From, To, grouping, series) is { IsSensible: true } order ? new ExportAsked.Order(order)
            : new ExportAsked.Unusable($"from and to are a period of at most {ExportOrder.MaxMonths} months, from 2010 on.");
    }
}

using System.Text.Json;
using OpenOne.Domain.Accounting;

namespace OpenOne.BackOffice.Exports;

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

    /// <summary>Reads a request.</summary>
    /// <param name="document">The request's body.</param>
    /// <param name="companyId">The company of the key.</param>
    /// <param name="order">What is asked for.</param>
    /// <param name="problem">What is wrong with it, in one sentence.</param>
    public static bool TryRead(byte[] document, Guid companyId, out ExportOrder order, out string problem)
    {
        order = new(companyId, default, default, ExportGrouping.EachClosing, null);
        try
        {
            problem = "It is null.";
            return JsonSerializer.Deserialize<ExportRequest>(document, _json) is { } request
                && request.TryRead(companyId, out order, out problem);
        }
        catch (JsonException malformed)
        {
            problem = malformed.Message;
            return false;
        }
    }

    private bool TryRead(Guid companyId, out ExportOrder order, out string problem)
    {
        VoucherSeries? series = VoucherSeries.TryParse(Series, out var named) ? named : null;
        order = new(companyId, From, To, GroupingOf(Grouping) ?? default, series);
        problem = this switch
        {
            _ when order.Grouping == default => "grouping is closing, store-and-day or company-and-day.",
            { Series: not null } when series is null => "series is one to four letters or digits.",
            _ when !order.IsSensible => $"from and to are a period of at most {ExportOrder.MaxMonths} months, from 2010 on.",
            _ => "",
        };
        return problem.Length == 0;
    }

    private static ExportGrouping? GroupingOf(string? word) => word switch
    {
        null or "closing" => ExportGrouping.EachClosing,
        "store-and-day" => ExportGrouping.StoreAndDay,
        "company-and-day" => ExportGrouping.CompanyAndDay,
        _ => null,
    };
}

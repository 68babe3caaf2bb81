using System.Globalization;
using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Currencies;

/// <summary>A currency by its three letters.</summary>
/// <remarks>Source: OpenAPI 2026-09, CurrencyApi.</remarks>
public sealed record CurrencyApi(string Code);

/// <summary>What one unit of the source currency costs in the target currency.</summary>
/// <remarks>Source: OpenAPI 2026-09, ExchangeRateApi.</remarks>
public sealed record ExchangeRateApi(DateOnly Date, string SourceCurrency, string TargetCurrency, decimal Rate);

/// <summary><c>/v2/currencies</c> and <c>/v2/currencies/exchangerate</c>.</summary>
/// <remarks>Source: OpenAPI 2026-09: every variant has them. The rates are made up and the same on every day.</remarks>
public static class CurrencyOperations
{
    private static readonly Access _read =
        new(Scope.Sales, Scope.SalesReadonly, Scope.Purchase, Scope.PurchaseReadonly);

    private static readonly Dictionary<string, decimal> _kronor = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SEK"] = 1m,
        ["CHF"] = 11.80m,
        ["DKK"] = 1.47m,
        ["EUR"] = 11.00m,
        ["GBP"] = 12.70m,
        ["NOK"] = 0.94m,
        ["PLN"] = 2.58m,
        ["USD"] = 9.50m,
    };

    private static readonly IReadOnlyList<CurrencyApi> _all = [.. _kronor.Keys.Select(code => new CurrencyApi(code))];

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/currencies", _read, call => call.List(_all));
        v2.Get("/currencies/exchangerate", _read, ExchangeRate);
    }

    internal static bool Knows(string code) => _kronor.ContainsKey(code);

    private static ApiAnswer ExchangeRate(ApiCall call)
    {
        var (source, target) = (Code(call, "sourceCurrencyCode"), Code(call, "targetCurrencyCode"));
        if (!Knows(source) || !Knows(target))
        {
            return new ApiAnswer.Refused(ErrorCatalogue.DataModelValidationError, "A currency code is missing or unknown.");
        }

        var date = SwedishDay.Of(call.Now);
        if (call.Query.TryGetValue("date", out var text)
            && !DateOnly.TryParse(text, CultureInfo.InvariantCulture, out date))
        {
            return new ApiAnswer.Refused(ErrorCatalogue.InvalidInput, $"'{text}' is not a date.");
        }

        var rate = decimal.Round(_kronor[source] / _kronor[target], 6, MidpointRounding.AwayFromZero);
        return new ApiAnswer.Ok(new ExchangeRateApi(date, source, target, rate));
    }

    private static string Code(ApiCall call, string parameter) => call.Query[parameter].ToString().ToUpperInvariant();
}

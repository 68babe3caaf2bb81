using SpirisSandbox.Api;

namespace SpirisSandbox.Articles;

/// <summary>
/// An article's price without and with VAT. They must agree; the one that is left out follows from the other.
/// </summary>
/// <remarks>
/// Source: portal, changelog 2019: NetPrice and GrossPrice must match the VAT rate: 100 and 125 at 25 %.
/// </remarks>
internal readonly record struct ArticlePrices(decimal Net, decimal Gross)
{
    private const int Decimals = 4;

    public static ArticlePrices Of(ArticleInput input, decimal rate) => (input.NetPrice, input.GrossPrice) switch
    {
        ({ } net, null or 0) => new ArticlePrices(net, Round(net * (1 + rate))),
        (null or 0, { } gross) => new ArticlePrices(Round(gross / (1 + rate)), gross),
        ({ } net, { } gross) => new ArticlePrices(net, gross),
        _ => default,
    };

    public ApiAnswer.Refused? WhyNot(decimal rate, decimal tolerance)
    {
        if (Math.Abs(Gross - Net * (1 + rate)) <= tolerance)
        {
            return null;
        }

        var errors = new FieldErrors();
        errors.Add(
            nameof(ArticleApi.GrossPrice),
            FormattableString.Invariant($"GrossPrice must be NetPrice with {rate * 100:0.##} % VAT."));
        return errors.Refusal();
    }

    public ArticlePrices WithTwoDecimals() => new(Round(Net, 2), Round(Gross, 2));

    private static decimal Round(decimal price, int decimals = Decimals) =>
        decimal.Round(price, decimals, MidpointRounding.AwayFromZero);
}

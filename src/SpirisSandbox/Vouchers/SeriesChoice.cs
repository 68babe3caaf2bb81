using SpirisSandbox.Api;

namespace SpirisSandbox.Vouchers;

/// <summary>The verification series a posted voucher goes into.</summary>
internal abstract record SeriesChoice
{
    private SeriesChoice()
    {
    }

    public sealed record Chosen(string Letter) : SeriesChoice;

    public sealed record Refused(ApiAnswer.Refused Refusal) : SeriesChoice;

    /// <remarks>
    /// Source: OpenAPI 2026-09: NumberSeries counts only with <c>useDefaultVoucherSeries=false</c>; what happens
    /// otherwise, and to a series that the company does not have, are assumptions.
    /// </remarks>
    public static SeriesChoice Of(ApiCall call, string? asked, PostingTerms terms)
    {
        var series = call.Company.VoucherSeries;
        var standard = new Chosen(series.First(candidate => candidate.IsDefault).Letter);
        var byDefault = terms.UseDefaultSeries;
        if (string.IsNullOrWhiteSpace(asked) || (byDefault && call.Assumptions.UnflaggedSeries == UnflaggedSeries.Ignore))
        {
            return standard;
        }

        if (byDefault && call.Assumptions.UnflaggedSeries == UnflaggedSeries.Refuse)
        {
            return Refuse("NumberSeries can only be set together with useDefaultVoucherSeries=false.");
        }

        return (series.Find(asked), call.Assumptions.UnknownSeries) switch
        {
            ({ } known, _) => new Chosen(known.Letter),
            (null, UnknownSeries.UseDefault) => standard,
            (null, UnknownSeries.Create) => Create(call, asked),
            _ => Refuse($"The number series {asked} does not exist."),
        };
    }

    private static Chosen Create(ApiCall call, string letter)
    {
        call.Company.VoucherSeries.Put(new VoucherSeries(letter, letter, IsDefault: false));
        return new Chosen(letter);
    }

    private static Refused Refuse(string text)
    {
        var errors = new FieldErrors();
        errors.Add(nameof(VoucherApi.NumberSeries), text);
        return new Refused(errors.Refusal());
    }
}

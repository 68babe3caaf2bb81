using OpenOne.Domain;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;
using OpenOne.Spiris.Wire;

namespace OpenOne.Spiris.Invoicing;

/// <summary>The articles of one company in Spiris, and what they are coded and counted by.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>/v2/articles</c>, <c>/v2/articleaccountcodings</c>, <c>/v2/units</c>.</remarks>
public sealed class SpirisArticles(SpirisConnection connection, SpirisAccessSource access)
{
    private readonly ResourceReader _reader = new(new(connection, access));
    private readonly ResourceWriter _writer = new(connection, new(connection, access));

    /// <summary>The article with a number; <see langword="null"/> when there is none.</summary>
    public async Task<SpirisAnswer<SpirisArticle?>> FindAsync(string number, CancellationToken cancellation)
    {
        var found = await _reader.ReadListAsync(
            "articles", $"&$filter={Uri.EscapeDataString($"Number eq {Filter.Text(number)}")}", SpirisJson.Default.PageSpirisArticle,
            article => article.Id, QuotaUse.Work, cancellation);
        return found.Map(list => list.Items.FirstOrDefault(
            article => string.Equals(article.Number, number, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Every way in which articles can be coded.</summary>
    public Task<SpirisAnswer<SpirisList<ArticleAccountCoding>>> ReadCodingsAsync(CancellationToken cancellation) =>
        _reader.ReadListAsync(
            "articleaccountcodings", "", SpirisJson.Default.PageArticleAccountCoding, coding => coding.Id, QuotaUse.Work, cancellation);

    /// <summary>Every unit.</summary>
    public Task<SpirisAnswer<SpirisList<SpirisUnit>>> ReadUnitsAsync(CancellationToken cancellation) =>
        _reader.ReadListAsync("units", "", SpirisJson.Default.PageSpirisUnit, unit => unit.Id, QuotaUse.Work, cancellation);

    /// <summary>Creates an article. A number that is taken is refused with 4000: then it is found.</summary>
    public Task<SpirisAnswer<SpirisArticle>> CreateAsync(NewSpirisArticle article, CancellationToken cancellation) =>
        _writer.CreateAsync("articles", article, SpirisBodies.Default.NewSpirisArticle, SpirisJson.Default.SpirisArticle, cancellation);
}

/// <summary>An article, as it stands in Spiris.</summary>
/// <remarks>Source: OpenAPI 2026-09, <c>ArticleApi</c>.</remarks>
public sealed record SpirisArticle
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number, unique in the company.</summary>
    public required string Number { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it can be sold.</summary>
    public bool? IsActive { get; init; }

    /// <summary>How it is coded.</summary>
    public required Guid CodingId { get; init; }
}

/// <summary>An article that is to be created.</summary>
/// <param name="Number">Its number, at most 40 characters.</param>
/// <param name="Name">Its name, at most 50 characters.</param>
/// <param name="CodingId">How it is coded.</param>
/// <param name="UnitId">What it is counted in.</param>
/// <remarks>Without a price: each row brings its own.</remarks>
public sealed record NewSpirisArticle(string Number, string Name, Guid CodingId, Guid UnitId)
{
    /// <summary>A new article can be sold.</summary>
    public bool IsActive { get; } = true;

    /// <summary>A product group is nothing for a web shop.</summary>
    public bool SendToWebshop { get; }
}

/// <summary>What VAT an article carries and where its sales are booked (artikelkontering).</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>ArticleAccountCodingAPI</c>. Made in the program only.</remarks>
public sealed record ArticleAccountCoding
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it can be used.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The rate: 0.25 or 25 for 25 %; nothing says which.</summary>
    public decimal? VatRatePercent { get; init; }

    /// <summary>Where sales with VAT within the country go.</summary>
    public long? DomesticSalesSubjectToVatAccountNumber { get; init; }

    /// <summary>Where sales without VAT within the country go.</summary>
    public long? DomesticSalesVatExemptAccountNumber { get; init; }

    /// <summary>Whether domestic sales at a rate end on an account.</summary>
    public bool Fits(VatRate rate, long account) => IsActive is not false
        && VatRatePercent is { } stated && (stated < 1 ? stated * 100 : stated) == rate.Percent
        && (rate == VatRate.None ? DomesticSalesVatExemptAccountNumber : DomesticSalesSubjectToVatAccountNumber) == account;
}

/// <summary>What articles are counted in.</summary>
/// <remarks>Source: OpenAPI 2024-05, <c>UnitApi</c>.</remarks>
public sealed record SpirisUnit
{
    /// <summary>Spiris' id of it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>st</c>.</summary>
    public string? Abbreviation { get; init; }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Finds the articles that invoices stand on, or creates them: one for each product group, rate and account.</summary>
/// <remarks>An article's number says what it is for and Spiris lets it stand once, so that whatever is lost on the way, and whoever
/// does the same at the same moment, there is one. When the mapping names another account, that is another article.</remarks>
internal sealed class InvoiceArticles(Guid companyId, InvoicingAccess spiris, InvoiceStore store)
{
    private const int NumberTaken = 4000;
    private const int LongestName = 50;

    /// <summary>Spiris' ids of articles.</summary>
    /// <returns>All of them; or every one that cannot be had, at once.</returns>
    public async Task<Preparing<ImmutableDictionary<InvoiceArticle, Guid>>> FindOrMakeAsync(
        IEnumerable<InvoiceArticle> articles, CancellationToken cancellation)
    {
        var known = await store.ArticlesAsync(companyId, cancellation);
        var ids = ImmutableDictionary.CreateBuilder<InvoiceArticle, Guid>();
        var missing = ImmutableArray.CreateBuilder<Reason>();
        foreach (var article in articles)
        {
            if (known.TryGetValue(NumberOf(article), out var id))
            {
                ids[article] = id;
                continue;
            }

            switch (await FindOrMakeAsync(article, cancellation))
            {
                case Preparing<Guid>.Ready(var made):
                    ids[article] = made;
                    break;
                case Preparing<Guid>.Refused(var reasons):
                    missing.AddRange(reasons);
                    break;
                case var other:
                    return await other.ThenAsync(_ => Task.FromResult<Preparing<ImmutableDictionary<InvoiceArticle, Guid>>>(
                        new Preparing<ImmutableDictionary<InvoiceArticle, Guid>>.Ready(ids.ToImmutable())));
            }
        }

        return missing.Count > 0
            ? new Preparing<ImmutableDictionary<InvoiceArticle, Guid>>.Refused(missing.DrainToImmutable())
            : new Preparing<ImmutableDictionary<InvoiceArticle, Guid>>.Ready(ids.ToImmutable());
    }

    /// <summary>The number of an article.</summary>
    public static string NumberOf(InvoiceArticle article)
    {
        // At most 40 characters in Spiris. A code that would not fit, or that people could not read, gets a digest in its place.
        var subject = article.Subject.Length <= 20 && article.Subject.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '-' or '_')
            ? article.Subject
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(article.Subject)))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"OO-{subject}-{article.Rate.Percent}-{article.Account}").ToUpperInvariant();
    }

    private async Task<Preparing<Guid>> FindOrMakeAsync(InvoiceArticle article, CancellationToken cancellation)
    {
        var number = NumberOf(article);
        var found = Preparing<SpirisArticle?>.Of(
            await spiris.Articles.FindAsync(number, cancellation), there => new Preparing<SpirisArticle?>.Ready(there));
        var made = await found.ThenAsync(there => there is null
            ? MakeAsync(article, number, cancellation)
            : Task.FromResult(Usable(there)));
        if (made is Preparing<Guid>.Ready(var id))
        {
            await store.RememberAsync(new() { CompanyId = companyId, Number = number, SpirisId = id }, cancellation);
        }

        return made;
    }

    private async Task<Preparing<Guid>> MakeAsync(InvoiceArticle article, string number, CancellationToken cancellation)
    {
        var codings = Preparing<ArticleAccountCoding>.Of(await spiris.Articles.ReadCodingsAsync(cancellation), list => CodingFor(article, list));
        return await codings.ThenAsync(async coding =>
        {
            var units = Preparing<SpirisUnit>.Of(await spiris.Articles.ReadUnitsAsync(cancellation), UnitAmong);
            return await units.ThenAsync(async unit =>
            {
                var made = await spiris.Articles.CreateAsync(new(number, NameOf(article), coding.Id, unit.Id), cancellation);
                return made is SpirisAnswer<SpirisArticle>.Refused(NumberTaken, _)
                    ? Preparing<Guid>.Of(await spiris.Articles.FindAsync(number, cancellation), there => Usable(there!))
                    : Preparing<Guid>.Of(made, there => new Preparing<Guid>.Ready(there.Id));
            });
        });
    }

    private static Preparing<Guid> Usable(SpirisArticle article) => article.IsActive is not false
        ? new Preparing<Guid>.Ready(article.Id)
        : new Preparing<Guid>.Refused([Reason.Of(ReasonCodes.RefusedBySpiris, "", $"The article {article.Number} is not active.")]);

    /// <summary>The coding that books on the account of the mapping; of several, the first by name.</summary>
    private static Preparing<ArticleAccountCoding> CodingFor(InvoiceArticle article, SpirisList<ArticleAccountCoding> codings) =>
        codings.Items.Where(coding => coding.Fits(article.Rate, article.Account.Number))
            .OrderBy(coding => coding.Name, StringComparer.Ordinal).FirstOrDefault() is { } fitting
                ? new Preparing<ArticleAccountCoding>.Ready(fitting)
                : new Preparing<ArticleAccountCoding>.Refused([Reason.Of(
                    InvoiceReasonCodes.ArticleCodingMissing, article.Account.ToString(), article.Rate.ToString())]);

    private static Preparing<SpirisUnit> UnitAmong(SpirisList<SpirisUnit> units) =>
        (units.Items.FirstOrDefault(unit => unit.Abbreviation is "st") ?? units.Items.FirstOrDefault()) is { } unit
            ? new Preparing<SpirisUnit>.Ready(unit)
            : new Preparing<SpirisUnit>.Refused([Reason.Of(ReasonCodes.RefusedBySpiris, "", "The company has no units.")]);

    private static string NameOf(InvoiceArticle article)
    {
        var name = article.Subject switch
        {
            InvoiceArticle.Tip => "Dricks",
            InvoiceArticle.OreLeft => "Öresutjämning",
            var group => $"{group} {article.Rate}",
        };
        return name.Length <= LongestName ? name : name[..LongestName];
    }
}

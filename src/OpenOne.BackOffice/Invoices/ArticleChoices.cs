using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What stands on one article.</summary>
/// <param name="Article">Product group or tip, rate and account.</param>
/// <param name="Name">What the till calls the product group, where it has said.</param>
/// <param name="OurNumber">The number that an article of ours has or would have.</param>
/// <param name="Chosen">The company's own article that was chosen instead, and by whom.</param>
public sealed record ArticleLine(InvoiceArticle Article, string? Name, string OurNumber, (string Article, string By)? Chosen);

/// <summary>Which articles in Spiris a company's invoices stand on: ours, unless a person has chosen one of the company's own.</summary>
internal sealed class ArticleChoices(IDbContextFactory<BackOfficeDb> databases, InvoicingOf invoicing)
{
    /// <summary>All that the company sells, as the mapping of a day has it.</summary>
    public static async Task<ImmutableArray<ArticleLine>> ReadAsync(BackOfficeDb db, Guid companyId, DateOnly day, CancellationToken cancellation)
    {
        var mapping = await MappingInForce.ReadAsync(db, companyId, day, cancellation) ?? new AccountMapping(1, []);
        var seen = await db.SeenKeys.AsNoTracking().Where(row => row.CompanyId == companyId).ToListAsync(cancellation);
        var names = seen.ToDictionary(row => row.Key, row => row.Name);
        var known = await db.KnownArticles.AsNoTracking().Where(row => row.CompanyId == companyId && row.Chosen != null)
            .ToDictionaryAsync(row => row.Number, row => (row.Chosen!, row.ChosenBy ?? ""), cancellation);
        var sold = mapping.Accounts.Keys.Concat(names.Keys).OfType<MappingKey.Sales>().Distinct()
            .Select(key => (Account: mapping.Find(key), key.Group, key.Rate, Name: names.GetValueOrDefault(key)))
            .Where(sales => sales.Account is not null)
            .Select(sales => LineOf(new(sales.Group.Code, sales.Rate, sales.Account!.Value), sales.Name));
        var tips = mapping.Find(new MappingKey.Tips()) is { } account
            ? [LineOf(new(InvoiceArticle.Tip, Domain.VatRate.None, account), null)]
            : ImmutableArray<ArticleLine>.Empty;
        return [.. sold.OrderBy(line => line.OurNumber, StringComparer.Ordinal), .. tips];

        ArticleLine LineOf(InvoiceArticle article, string? name)
        {
            var number = InvoiceArticles.NumberOf(article);
            return new(article, name, number, known.TryGetValue(number, out var chosen) ? chosen : null);
        }
    }

    /// <summary>Chooses an article of the company's own, or ours again.</summary>
    /// <param name="companyId">The company; the caller has made sure that the user may act for it.</param>
    /// <param name="ourNumber">Which line.</param>
    /// <param name="number">The number of the article in Spiris; nothing for ours.</param>
    /// <param name="by">The user's e-mail.</param>
    /// <param name="day">The day whose mapping counts.</param>
    /// <param name="cancellation">Cancels it, with nothing chosen.</param>
    public async Task<ArticleChoosing> ChooseAsync(
        Guid companyId, string ourNumber, string? number, string by, DateOnly day, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var lines = await ReadAsync(db, companyId, day, cancellation);
        if (lines.FirstOrDefault(line => line.OurNumber == ourNumber) is not { } line)
        {
            return new ArticleChoosing.NothingToChooseFor();
        }

        if (string.IsNullOrWhiteSpace(number))
        {
            await db.KnownArticles.Where(row => row.CompanyId == companyId && row.Number == ourNumber && row.Chosen != null)
                .ExecuteDeleteAsync(cancellation);
            return new ArticleChoosing.OursAgain();
        }

        return await FindAsync(invoicing(companyId).Articles, line.Article, number.Trim(), cancellation) switch
        {
            (var problem, null) => problem!,
            (_, { } found) => await KeepAsync(db, companyId, line, found, by, cancellation),
        };
    }

    private static async Task<(ArticleChoosing? Problem, SpirisArticle? Found)> FindAsync(
        SpirisArticles articles, InvoiceArticle wanted, string number, CancellationToken cancellation)
    {
        var answer = await articles.FindAsync(number, cancellation);
        if (answer is not SpirisAnswer<SpirisArticle?>.Read(var found))
        {
            return (new ArticleChoosing.NotAsked(ProblemOf(answer)), null);
        }

        if (found is not { IsActive: not false })
        {
            return (found is null ? new ArticleChoosing.NoSuchArticle() : new ArticleChoosing.NotActive(), null);
        }

        var codings = await articles.ReadCodingsAsync(cancellation);
        return codings is not SpirisAnswer<SpirisList<ArticleAccountCoding>>.Read(var list) ? (new ArticleChoosing.NotAsked(ProblemOf(codings)), null)
            : list.Items.Any(coding => coding.Id == found.CodingId && coding.Fits(wanted.Rate, wanted.Account.Number)) ? (null, found)
            : (new ArticleChoosing.BooksElsewhere(), null);
    }

    private static async Task<ArticleChoosing> KeepAsync(
        BackOfficeDb db, Guid companyId, ArticleLine line, SpirisArticle found, string by, CancellationToken cancellation)
    {
        var name = $"{found.Number} {found.Name}".Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.KnownArticles.Where(row => row.CompanyId == companyId && row.Number == line.OurNumber).ExecuteDeleteAsync(cancellation);
        db.KnownArticles.Add(new()
        {
            CompanyId = companyId,
            Number = line.OurNumber,
            SpirisId = found.Id,
            Chosen = name.Length <= 100 ? name : name[..100],
            ChosenBy = by,
        });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new ArticleChoosing.Chosen();
    }

    private static string ProblemOf<T>(SpirisAnswer<T> answer) => answer switch
    {
        SpirisAnswer<T>.AccessLost(var problem) => problem,
        SpirisAnswer<T>.Refused(_, var message) => message,
        SpirisAnswer<T>.Unavailable(var problem, _) => problem,
        _ => throw new System.Diagnostics.UnreachableException("The cases of SpirisAnswer are closed."),
    };
}

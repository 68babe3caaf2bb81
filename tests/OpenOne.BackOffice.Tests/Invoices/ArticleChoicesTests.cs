using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenOne.BackOffice.Invoices;
using OpenOne.Domain;
using OpenOne.Spiris.Invoicing;
using OpenOne.Spiris.Resources;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Invoices;

/// <summary>The company's own articles in the place of ours.</summary>
public sealed class ArticleChoicesTests : IAsyncLifetime
{
    private const string Restaurang = IntegratedRestaurants.Restaurang;
    private const string Food = "OO-FOOD-12-3002";

    private static readonly DateOnly _day = new(2026, 11, 20);

    private IntegratedRestaurants _restaurants = null!;
    private Guid _company;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ArticleChoices Choices => _restaurants.Server.Services.GetRequiredService<ArticleChoices>();

    private SpirisArticles Articles => _restaurants.Server.Services.GetRequiredService<InvoicingOf>()(_company).Articles;

    public async ValueTask InitializeAsync()
    {
        _restaurants = await IntegratedRestaurants.StartAsync();
        _company = await _restaurants.CompanyIdAsync(Restaurang);
        await _restaurants.ChooseInvoicingAsync(Restaurang);

        // What is sold is known from its first receipt on.
        (await InvoicedOnAsync("88120")).ShouldBe(Food);
    }

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Rows_stand_on_the_article_that_was_chosen_until_ours_is_chosen_again()
    {
        await MakeAsync("LUNCH", VatRate.Reduced, 3002);

        (await ChooseAsync("LUNCH")).ShouldBeOfType<ArticleChoosing.Chosen>();
        (await InvoicedOnAsync("88121")).ShouldBe("LUNCH");
        var line = (await LinesAsync()).Single(line => line.OurNumber == Food);
        line.Chosen.ShouldBe(("LUNCH Lunch", "owner@openone.example"));

        (await ChooseAsync(" ")).ShouldBeOfType<ArticleChoosing.OursAgain>();
        (await InvoicedOnAsync("88122")).ShouldBe(Food);
        (await LinesAsync()).ShouldAllBe(other => other.Chosen == null);
    }

    [Fact]
    public async Task An_article_that_would_book_elsewhere_is_not_taken()
    {
        await MakeAsync("BEER", VatRate.Standard, 3001);

        (await ChooseAsync("BEER")).ShouldBeOfType<ArticleChoosing.BooksElsewhere>();
        (await InvoicedOnAsync("88121")).ShouldBe(Food);
    }

    [Fact]
    public async Task What_is_not_there_or_not_active_or_for_nothing_is_told_so()
    {
        await MakeAsync("LUNCH", VatRate.Reduced, 3002);
        var spiris = _restaurants.InSpiris(Restaurang);
        spiris.Write(() => spiris.Sales.Articles.Put(spiris.Sales.Articles.Single(article => article.Number == "LUNCH") with { IsActive = false }));

        (await ChooseAsync("LUNCH")).ShouldBeOfType<ArticleChoosing.NotActive>();
        (await ChooseAsync("NOTHING' or 1 eq 1")).ShouldBeOfType<ArticleChoosing.NoSuchArticle>();
        (await Choices.ChooseAsync(_company, "OO-SHOES-25-3001", "LUNCH", "owner@openone.example", _day, Cancellation))
            .ShouldBeOfType<ArticleChoosing.NothingToChooseFor>();
        (await _restaurants.Server.ReadAsync(db => db.KnownArticles.CountAsync(row => row.Chosen != null))).ShouldBe(0);
    }

    private Task<ArticleChoosing> ChooseAsync(string number) =>
        Choices.ChooseAsync(_company, Food, number, "owner@openone.example", _day, Cancellation);

    private async Task<IReadOnlyList<ArticleLine>> LinesAsync() =>
        await _restaurants.Server.ReadAsync(async db => await ArticleChoices.ReadAsync(db, _company, _day, Cancellation));

    private async Task MakeAsync(string number, VatRate rate, long account)
    {
        var codings = ((SpirisAnswer<SpirisList<ArticleAccountCoding>>.Read)await Articles.ReadCodingsAsync(Cancellation)).Value.Items;
        var units = ((SpirisAnswer<SpirisList<SpirisUnit>>.Read)await Articles.ReadUnitsAsync(Cancellation)).Value.Items;
        (await Articles.CreateAsync(new(number, "Lunch", codings.First(coding => coding.Fits(rate, account)).Id, units[0].Id), Cancellation))
            .ShouldBeOfType<SpirisAnswer<SpirisArticle>.Read>();
    }

    /// <summary>Invoices a lunch, and says which article its row stands on.</summary>
    private async Task<string> InvoicedOnAsync(string receiptNumber)
    {
        using var till = _restaurants.Server.Till(Restaurang);
        var answer = await till.InvoiceAsync(InvoiceWire.Lunch(receiptNumber));
        answer.Status.ShouldBe(HttpStatusCode.Created, answer.Body.ToJsonString());
        var sales = _restaurants.InSpiris(Restaurang).Sales;
        var number = (string)answer.Body["number"]!;
        var invoice = sales.CustomerInvoices.Single(known => known.InvoiceNumber == int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        var row = invoice.Rows.Single(line => line.ArticleId is not null);
        return sales.Articles.Single(article => article.Id == row.ArticleId).Number!;
    }
}

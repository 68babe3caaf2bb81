using System.Net;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Pages.Tests.Visiting;
using OpenOne.Domain;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Pages.Tests.Orders;

/// <summary>What the bookkeeper sees at the order desk, and who may ask Spiris.</summary>
public sealed class OrdersPageTests : IAsyncLifetime
{
    private const string Page = $"/finance/orders?company={Restaurants.Restaurang}";

    private Restaurants _restaurants = null!;

    public async ValueTask InitializeAsync() => _restaurants = await Restaurants.OpenAsync();

    public ValueTask DisposeAsync() => _restaurants.DisposeAsync();

    [Fact]
    public async Task Orders_wait_by_customer_with_their_sum_and_a_customer_may_be_called_anything()
    {
        const string Evil = """<script>alert("x")</script>""";
        await OrderAsync("1", Evil, 100_00, "41");
        await OrderAsync("2", Evil, 50_50, "42");
        await OrderAsync("3", "Glasbruket AB", 10_00, "43");
        using var owner = await _restaurants.OwnerAsync("sv");

        await owner.OpenAsync(Page);

        owner.Said.ShouldContain(Evil);
        owner.Page.QuerySelectorAll("main script").ShouldBeEmpty();
        owner.Said.ShouldContain("2 order");
        owner.Said.ShouldContain("150,50");
        owner.Said.ShouldContain("Försäljning > Ordrar");
        owner.Notices.ShouldContain(notice => notice.Contains("inte bokförda än", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_sees_or_asks_for_another_organisations_company_and_a_reader_presses_nothing()
    {
        using var neighbour = await _restaurants.NeighbourAsync();
        await neighbour.OpenAsync(Page);
        neighbour.Answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var reader = await _restaurants.MemberAsync("reader@openone.example", MemberRole.Reader);
        await reader.OpenAsync(Page);
        reader.Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        reader.Said.ShouldNotContain("Ask Spiris now");
        (await _restaurants.Server.ReadAsync(db => db.SettlingBooks.CountAsync())).ShouldBe(0);
    }

    private Task<Guid> OrderAsync(string receiptNumber, string customer, long ore, string number) => _restaurants.Server.ReadAsync(async db =>
    {
        var company = OrganisationNumber.Parse(Restaurants.Restaurang);
        var companyId = await db.Companies.Where(row => row.OrganisationNumber == company).Select(row => row.Id).SingleAsync();
        var receipt = new ReceivedReceipt
        {
            CompanyId = companyId,
            Register = "EXEMPEL1",
            ReceiptNumber = receiptNumber,
            Document = """{"yourReference":"Kim Lund"}"""u8.ToArray(),
            ContentHash = [1],
            Customer = customer,
            Total = Money.FromOre(ore),
            Vat = Money.Zero,
            Tip = Money.Zero,
            ReceivedAt = DateTimeOffset.UnixEpoch,
        };
        db.Receipts.Add(receipt);
        var delivery = new InvoiceDelivery(
            receipt.Id, companyId, new ReceiptKey("EXEMPEL1", receiptNumber), new DateOnly(2026, 11, 20), true, DateTimeOffset.UnixEpoch);
        delivery.Sight(
            [new PostedVoucher($"00000000-0000-0000-0000-0000000000{number}", number)], new DeliveryOptions().Schedule,
            DateTimeOffset.UnixEpoch);
        db.InvoiceDeliveries.Add(delivery);
        db.Entry(delivery).Property(row => row.Kind).CurrentValue = InvoiceKind.Order;
        await db.SaveChangesAsync();
        return receipt.Id;
    });
}

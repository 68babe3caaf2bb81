using SpirisSandbox.SharedChecks.Published;

namespace SpirisSandbox.SharedChecks.TypedClient;

/// <summary>Customers, articles, invoices and orders, driven by a client with a strict decoder.</summary>
/// <remarks>What was read is sent back whole to change it, read-only properties and all, as such clients do.</remarks>
public sealed class TypedSalesTests : TypedClientTest
{
    private const int Normal = 0;
    private const int Ongoing = 2;
    private const int Invoiced = 4;

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_customer_is_made_read_changed_and_found()
    {
        var made = await CustomerAsync();
        var read = await Client.GetAsync("CustomerApi", $"customers/{made.Id}");
        read.Name = "Festsällskapet i Borås AB";
        var changed = await Client.PutAsync("CustomerApi", $"customers/{made.Id}", read);
        var found = await Client.ListAsync(
            "CustomerApi", "customers?$filter=contains(Name,'Borås') and IsActive eq true");

        ((string)changed.CustomerNumber).ShouldBe((string)made.CustomerNumber);
        ((Guid)found.Data[0].TermsOfPaymentId).ShouldBe((Guid)made.TermsOfPaymentId);
        ((string)found.Data[0].Name).ShouldBe("Festsällskapet i Borås AB");
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task An_article_is_made_read_changed_and_found()
    {
        var made = await ArticleAsync();
        var read = await Client.GetAsync("ArticleApi", $"articles/{made.Id}");
        read.Name = "Fyrarättersmeny";
        await Client.PutAsync("ArticleApi", $"articles/{made.Id}", read);
        var found = await Client.ListAsync("ArticleApi", "articles?$filter=Number eq 'K1'");

        ((string)found.Data[0].Name).ShouldBe("Fyrarättersmeny");
        ((double)found.Data[0].NetPrice).ShouldBe(100);
        ((string)found.Data[0].UnitName).ShouldBe((string)read.UnitName);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task A_draft_is_made_changed_and_converted_to_an_invoice()
    {
        var draft = GeneratedClient.New("CustomerInvoiceDraftApi");
        draft.CustomerId = (await CustomerAsync()).Id;
        draft.RotReducedInvoicingType = Normal;
        draft.Rows = await RowsAsync("CustomerInvoiceDraftRowApi", quantity: 1);
        var made = await Client.PostAsync("CustomerInvoiceDraftApi", "customerinvoicedrafts", draft);

        var read = await Client.GetAsync("CustomerInvoiceDraftApi", $"customerinvoicedrafts/{made.Id}");
        read.Rows[0].Quantity = 3d;
        var changed = await Client.PutAsync("CustomerInvoiceDraftApi", $"customerinvoicedrafts/{made.Id}", read);
        var invoice = await Client.PostAsync(
            "CustomerInvoiceApi",
            $"customerinvoicedrafts/{made.Id}/convert",
            GeneratedClient.New("CustomerInvoiceDraftValidationApi"));

        ((double)invoice.TotalAmount).ShouldBe((double)changed.TotalAmount);
        ((Guid)invoice.CreatedFromDraftId).ShouldBe((Guid)made.Id);
        ((int)(await Client.ListAsync("CustomerInvoiceDraftApi", "customerinvoicedrafts")).Data.Count).ShouldBe(0);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task An_invoice_is_made_booked_listed_and_found_by_its_text()
    {
        var invoice = GeneratedClient.New("CustomerInvoiceApi");
        invoice.CustomerId = (await CustomerAsync()).Id;
        invoice.RotReducedInvoicingType = Normal;
        invoice.InvoiceDate = Day;
        invoice.Rows = await RowsAsync("CustomerInvoiceRowApi", quantity: 2);

        var made = await Client.PostAsync("CustomerInvoiceApi", "customerinvoices", invoice);
        var read = await Client.GetAsync("CustomerInvoiceApi", $"customerinvoices/{made.Id}");
        var found = await Client.ListAsync(
            "CustomerInvoiceApi", "customerinvoices?$filter=Rows/any(row: contains(row/Text,'meny'))");

        ((Guid)found.Data[0].Id).ShouldBe((Guid)made.Id);
        ((double)read.TotalAmount).ShouldBe((double)read.RemainingAmount);
        ((DateTimeOffset)read.InvoiceDate).Date.ShouldBe(Day.Date);
        Company.Vouchers.Find((Guid)read.VoucherId)!.NumberAndNumberSeries.ShouldBe((string)read.VoucherNumber);
    }

    [Fact(Skip = PublishedFile.WhyNot, SkipUnless = nameof(PublishedFile.IsHere), SkipType = typeof(PublishedFile))]
    public async Task An_order_is_made_changed_delivered_and_invoiced()
    {
        var order = GeneratedClient.New("OrderApi");
        order.CustomerId = (await CustomerAsync()).Id;
        order.CurrencyCode = "SEK";
        order.OrderDate = Day;
        order.Status = Ongoing;
        order.Rows = await RowsAsync("OrderRowApi", quantity: 2);
        var made = await Client.PostAsync("OrderApi", "orders", order);

        var read = await Client.GetAsync("OrderApi", $"orders/{made.Id}");
        read.Rows[0].DeliveredQuantity = 2d;
        await Client.PutAsync("OrderApi", $"orders/{made.Id}", read);
        await Client.StepAsync("OrderApi", $"orders/{made.Id}/completed");
        var invoice = await Client.StepAsync("CustomerInvoiceApi", $"orders/{made.Id}/convert");

        ((double)invoice.TotalAmount).ShouldBe((double)made.Amount);
        ((Guid)invoice.CreatedFromOrderId).ShouldBe((Guid)made.Id);
        var listed = await Client.ListAsync("OrderApi", "orders?$orderby=Number desc");
        ((int)listed.Data[0].Status).ShouldBe(Invoiced);
    }

    private async Task<dynamic> CustomerAsync()
    {
        var terms = await Client.ListAsync("TermsOfPaymentApi", "termsofpayments");
        var customer = GeneratedClient.New("CustomerApi");
        customer.Name = "Festsällskapet AB";
        customer.InvoiceCity = "Borås";
        customer.InvoicePostalCode = "503 30";
        customer.IsPrivatePerson = false;
        customer.IsActive = true;
        customer.TermsOfPaymentId = terms.Data[0].Id;
        return await Client.PostAsync("CustomerApi", "customers", customer);
    }

    private async Task<dynamic> ArticleAsync()
    {
        var codings = await Client.ListAsync("ArticleAccountCodingAPI", "articleaccountcodings");
        var units = await Client.ListAsync("UnitApi", "units");
        var article = GeneratedClient.New("ArticleApi");
        article.Number = "K1";
        article.Name = "Trerättersmeny";
        article.IsActive = true;
        article.CodingId = codings.Data[0].Id;
        article.UnitId = units.Data[0].Id;
        article.NetPrice = 100d;
        return await Client.PostAsync("ArticleApi", "articles", article);
    }

    private async Task<dynamic> RowsAsync(string model, double quantity)
    {
        var article = await ArticleAsync();
        var row = GeneratedClient.New(model);
        row.ArticleId = article.Id;
        row.Text = "Trerättersmeny";
        row.UnitPrice = 100d;
        row.Quantity = quantity;
        return GeneratedClient.ListOf(model, row);
    }
}

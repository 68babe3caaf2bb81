using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SpirisSandbox.Sales.Tests.Driving;

namespace SpirisSandbox.Sales.Tests.Ledger;

public sealed class AttachmentTests : SalesTest
{
    private static readonly byte[] _receipt = Encoding.ASCII.GetBytes("%PDF-1.4 kvitto");

    [Theory]
    [InlineData("customerinvoice", "/customerinvoices", 2)]
    [InlineData("customerinvoicedraft", "/customerinvoicedrafts", 1)]
    [InlineData("order", "/orders", 4)]
    public async Task A_file_hangs_on_a_document_is_fetched_and_taken_away(string kind, string path, int type)
    {
        var document = await DocumentAsync(path);

        var file = await Api.MakeAsync($"/salesdocumentattachments/{kind}", Upload(document));

        ((int)file["DocumentType"]!, (int)file["DocumentSize"]!, (string)file["CreatedBy"]!)
            .ShouldBe((type, _receipt.Length, "Anna Exempel"));
        (await FilesOfAsync(path, document)).ShouldBe([file.Id]);
        var content = await Api.GetAsync($"/salesdocumentattachments/{file.Id}.pdf");
        (content.ContentType, content.Text).ShouldBe(("application/pdf", "%PDF-1.4 kvitto"));
        (await Api.GetAsync($"/salesdocumentattachments/{file.Id}")).Text.ShouldBe(file.Text);
        (await Api.DeleteAsync($"/salesdocumentattachments/{kind}/{document}/{file.Id}")).ShouldBe(HttpStatusCode.OK);
        (await FilesOfAsync(path, document)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_files_of_a_draft_follow_it_into_the_invoice()
    {
        var draft = await DocumentAsync("/customerinvoicedrafts");
        var file = await Api.MakeAsync("/salesdocumentattachments/customerinvoicedraft", Upload(draft));

        var invoice = await Api.PostAsync($"/customerinvoicedrafts/{draft}/convert");

        ((Guid)invoice["SalesDocumentAttachments"]![0]!).ShouldBe(file.Id);
        ((Guid)(await Api.GetAsync($"/salesdocumentattachments/{file.Id}"))["DocumentId"]!).ShouldBe(invoice.Id);
    }

    [Fact]
    public async Task The_property_is_spelt_as_the_API_spells_it()
    {
        var upload = Upload(await DocumentAsync("/orders"));
        upload["DocumentId"] = upload["DockumentId"]!.DeepClone();
        upload.Remove("DockumentId");

        (await Api.PostAsync("/salesdocumentattachments/order", upload)).ShouldBeRefused(2000);
    }

    [Theory]
    [InlineData("ContentType", "image/png", 2000)]
    [InlineData("Data", "no base64!", 2000)]
    [InlineData("Data", "", 2000)]
    [InlineData("FileName", "", 2000)]
    [InlineData("DockumentId", "b7b0a9d5-0000-4000-8000-000000000000", 5007)]
    public async Task A_file_that_breaks_a_rule_is_refused(string field, string value, int code)
    {
        var upload = Upload(await DocumentAsync("/orders"));
        upload[field] = value;

        (await Api.PostAsync("/salesdocumentattachments/order", upload)).ShouldBeRefused(code);
    }

    private async Task<Guid[]> FilesOfAsync(string path, Guid document) =>
        [.. (await Api.GetAsync($"{path}/{document}"))["SalesDocumentAttachments"]!.AsArray().Select(id => (Guid)id!)];

    private static JsonObject Upload(Guid document) => new()
    {
        ["ContentType"] = "application/pdf",
        ["FileName"] = "kvitto.pdf",
        ["DockumentId"] = document,
        ["Data"] = Convert.ToBase64String(_receipt),
    };

    private async Task<Guid> DocumentAsync(string path)
    {
        var (customer, article) = (await this.CustomerAsync(), await this.ArticleAsync("1", "Varor 25 %"));
        var row = Makings.Row(article, 100m);
        var body = path == "/orders" ? Makings.Order(customer, row) : Makings.Invoice(customer, row);
        return (await Api.MakeAsync(path, body)).Id;
    }
}

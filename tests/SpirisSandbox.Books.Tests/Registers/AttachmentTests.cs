using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Books.Tests.Driving;

namespace SpirisSandbox.Books.Tests.Registers;

public sealed class AttachmentTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 kvitto"u8.ToArray();

    [Fact]
    public async Task An_uploaded_file_is_fetched_from_its_temporary_address()
    {
        await using var books = await OpenBooks.OpenAsync();

        var made = await UploadAsync(books);

        made.Status.ShouldBe(HttpStatusCode.Created);
        made.Good["AttachmentStatus"]!.GetValue<int>().ShouldBe(1);
        made.Good["UploadedBy"]!.GetValue<string>().ShouldBe("Anna Exempel");
        using var http = new HttpClient();
        var url = new Uri(made.Good["TemporaryUrl"]!.GetValue<string>());
        using var fetched = await http.GetAsync(url, TestContext.Current.CancellationToken);
        (await fetched.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(Pdf);
        fetched.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        made.Good.AsObject().ContainsKey("Content").ShouldBeFalse();
    }

    [Theory]
    [InlineData("ContentType", "text/plain", "ContentType must be one of")]
    [InlineData("FileName", "../etc/passwd", "FileName may have")]
    [InlineData("FileName", "", "FileName field is required")]
    [InlineData("Data", "inte base64!", "Data is not Base64")]
    [InlineData("Data", null, "Data is required")]
    public async Task A_file_that_is_not_allowed_is_refused(string property, string? value, string saying)
    {
        await using var books = await OpenBooks.OpenAsync();

        (await UploadAsync(books, body => body[property] = value)).ShouldBeRefused(2000, saying);
    }

    [Fact]
    public async Task A_file_of_more_than_20_megabytes_is_refused()
    {
        await using var books = await OpenBooks.OpenAsync();

        (await UploadAsync(books, new byte[20 * 1024 * 1024])).Status.ShouldBe(HttpStatusCode.Created);
        (await UploadAsync(books, new byte[20 * 1024 * 1024 + 1])).ShouldBeRefused(2000, "at most 20 MB");
    }

    [Fact]
    public async Task A_voucher_can_be_posted_with_its_attachments()
    {
        await using var books = await OpenBooks.OpenAsync();
        var attachment = (await UploadAsync(books)).Id;
        var voucher = AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m));
        voucher["Attachments"] = new JsonObject { ["DocumentType"] = 3, ["AttachmentIds"] = new JsonArray(attachment) };

        var posted = await books.Api.PostAsync("/vouchers", voucher);

        posted.Good["Attachments"].Text().ShouldBe(
            $$"""{"DocumentId":"{{posted.Id}}","DocumentType":3,"AttachmentIds":["{{attachment}}"]}""");
        (await books.Api.GetAsync($"/attachments/{attachment}")).Good["DocumentId"]!.GetValue<string>().ShouldBe(posted.Id);
    }

    [Fact]
    public async Task An_attachment_that_does_not_exist_keeps_the_voucher_out_of_the_books()
    {
        await using var books = await OpenBooks.OpenAsync();
        var voucher = AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m));
        voucher["Attachments"] = new JsonObject { ["DocumentType"] = 3, ["AttachmentIds"] = new JsonArray(Guid.NewGuid()) };

        (await books.Api.PostAsync("/vouchers", voucher)).ShouldBeRefused(5007);

        books.Company.Vouchers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Voucher")]
    [InlineData(3)]
    public async Task A_file_is_linked_to_a_voucher_and_let_go_again(object type)
    {
        await using var books = await OpenBooks.OpenAsync();
        var attachment = (await UploadAsync(books)).Id;
        var voucher = (await books.Api.PostAsync("/vouchers", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)))).Id;

        (await LinkAsync(books, voucher, type, attachment)).Status.ShouldBe(HttpStatusCode.OK);
        (await books.Api.DeleteAsync($"/attachments/{attachment}")).ShouldBeRefused(4001);
        (await books.Api.GetAsync("/attachments?includeMatched=false")).Data.ShouldBeEmpty();

        (await books.Api.DeleteAsync($"/attachmentlinks/{attachment}")).ShouldBe(new Answer(HttpStatusCode.OK, null));
        (await books.Api.GetAsync("/vouchers")).Data[0]!["Attachments"].ShouldBeNull();
        (await books.Api.DeleteAsync($"/attachmentlinks/{attachment}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await books.Api.DeleteAsync($"/attachments/{attachment}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_attachment_of_a_draft_follows_it_into_the_voucher()
    {
        await using var books = await OpenBooks.OpenAsync();
        var attachment = (await UploadAsync(books)).Id;
        var draft = (await books.Api.PostAsync(
            "/voucherdrafts", AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m)))).Id;
        await LinkAsync(books, draft, "VoucherDraft", attachment);

        var voucher = await books.Api.PostAsync($"/voucherdrafts/{draft}/convert");

        voucher.Good["Attachments"]!["AttachmentIds"].Text().ShouldBe($"""["{attachment}"]""");
    }

    [Fact]
    public async Task A_link_needs_a_document_and_attachments_that_are_there_and_free()
    {
        await using var books = await OpenBooks.OpenAsync();
        var attachment = (await UploadAsync(books)).Id;
        var body = AVoucher.Of("2026-11-20", (1910, 1m), (3001, -1m));
        var first = (await books.Api.PostAsync("/vouchers", body)).Id;
        var second = (await books.Api.PostAsync("/vouchers", body)).Id;
        await LinkAsync(books, first, 3, attachment);

        (await LinkAsync(books, Guid.NewGuid().ToString(), 3, attachment)).ShouldBeRefused(5007);
        (await LinkAsync(books, first, 9, attachment)).ShouldBeRefused(5007);
        (await LinkAsync(books, first, 3, Guid.NewGuid().ToString())).ShouldBeRefused(5007);
        (await LinkAsync(books, second, 3, attachment)).ShouldBeRefused(4000);
        (await LinkAsync(books, first, "Faktura", attachment)).ShouldBeRefused(2000);
    }

    [Fact]
    public async Task A_list_without_addresses_says_null()
    {
        await using var books = await OpenBooks.OpenAsync();
        await UploadAsync(books);

        (await books.Api.GetAsync("/attachments?includeTemporaryUrl=false")).Data[0]!["TemporaryUrl"].ShouldBeNull();
        (await books.Api.GetAsync("/attachments")).Data[0]!["TemporaryUrl"].ShouldNotBeNull();
    }

    private static Task<Answer> LinkAsync(OpenBooks books, string document, object type, string attachment) =>
        books.Api.PostAsync(
            "/attachmentlinks", new { DocumentId = document, DocumentType = type, AttachmentIds = new[] { attachment } });

    private static Task<Answer> UploadAsync(OpenBooks books, byte[] data) =>
        UploadAsync(books, body => body["Data"] = Convert.ToBase64String(data));

    private static Task<Answer> UploadAsync(OpenBooks books, Action<Dictionary<string, string?>>? change = null)
    {
        var body = new Dictionary<string, string?>
        {
            ["ContentType"] = "application/pdf",
            ["FileName"] = "Kvitto 118 (kväll).pdf",
            ["Data"] = Convert.ToBase64String(Pdf),
        };
        change?.Invoke(body);
        return books.Api.PostAsync("/attachments", body);
    }
}

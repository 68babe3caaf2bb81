using SpirisSandbox.Api;
using SpirisSandbox.Printing;
using SpirisSandbox.Sales;
using SpirisSandbox.SalesDocumentAttachments;

namespace SpirisSandbox.CustomerInvoiceDrafts;

/// <summary><c>/v2/customerinvoicedrafts</c>.</summary>
/// <remarks>Source: OpenAPI 2026-09; printing a draft came in 2026 (portal, changelog).</remarks>
public static class CustomerInvoiceDraftOperations
{
    private const string One = "/customerinvoicedrafts/{customerInvoiceDraftId:guid}";

    public static void Map(ApiRoutes v2)
    {
        v2.Get("/customerinvoicedrafts", SalesAccess.Read, List);
        v2.Get(One, SalesAccess.Read, call => With(call, draft => new ApiAnswer.Ok(DraftKeeping.Shown(call, draft))));
        v2.Post<CustomerInvoiceDraftInput>("/customerinvoicedrafts", SalesAccess.Write, Create);
        v2.Put<CustomerInvoiceDraftInput>(One, SalesAccess.Write, (call, input) => With(call, draft =>
            DraftKeeping.Keep(SalesWork.Of(call), input, draft, overridesPrivatePerson: false)
                .Answer(kept => new ApiAnswer.Ok(kept))));
        v2.Delete(One, SalesAccess.Write, call => With(call, draft =>
        {
            call.Company.Sales.CustomerInvoiceDrafts.Remove(draft.Id);
            AttachedDocument.Drop(call.Company.Sales, draft.Id);
            return new ApiAnswer.Blank();
        }));
        v2.PostOptional<CustomerInvoiceDraftValidationApi>(One + "/convert", SalesAccess.Write, (call, expected) =>
            With(call, draft => ConvertDraft.Answer(call, draft, expected)));
        v2.Get(One + "/print", SalesAccess.Read, call => With(call, draft =>
            new ApiAnswer.File(PrintedDocument.Of(call.Company, draft), OnePagePdf.ContentType)));
    }

    private static ApiAnswer With(ApiCall call, Func<CustomerInvoiceDraftApi, ApiAnswer> answer) =>
        call.Company.Sales.CustomerInvoiceDrafts.Find(call.Id("customerInvoiceDraftId")) is { } draft
            ? answer(draft)
            : ApiAnswer.Found(null);

    private static ApiAnswer List(ApiCall call)
    {
        var drafts = call.Visible(call.Company.Sales.CustomerInvoiceDrafts.All, draft => draft.CreatedUtc);
        return call.List(new MappedList<CustomerInvoiceDraftApi>(drafts, draft => DraftKeeping.Shown(call, draft)));
    }

    private static ApiAnswer Create(ApiCall call, CustomerInvoiceDraftInput input) => DraftKeeping.Keep(
        SalesWork.Of(call),
        input,
        new CustomerInvoiceDraftApi
        {
            Id = Guid.NewGuid(), CreatedUtc = call.Now, SalesDocumentAttachments = [], MessageThreads = [], Notes = [],
        },
        call.Flag("overrideCustomerIsPrivatePerson", otherwise: false)).Answer(draft => new ApiAnswer.Created(draft));
}

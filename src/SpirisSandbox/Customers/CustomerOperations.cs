using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Customers;

/// <summary><c>/v2/customers</c>.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: PUT replaces the whole; only a customer without transactions can be deleted (4001).
/// </remarks>
public static class CustomerOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/customers", SalesAccess.Read, call =>
            call.List(call.Visible(call.Company.Sales.Customers.All, customer => customer.ChangedUtc)));
        v2.Get("/customers/{customerId:guid}", SalesAccess.Read, call => ApiAnswer.Found(Of(call)));
        v2.Post<CustomerInput>("/customers", SalesAccess.Write, Create);
        v2.Put<CustomerInput>("/customers/{customerId:guid}", SalesAccess.Write, Replace);
        v2.Delete("/customers/{customerId:guid}", SalesAccess.Write, Delete);
        v2.Get("/customers/{customerId:guid}/autoinvoicerecipients", SalesAccess.Read, AutoInvoiceRecipients.List);
    }

    private static CustomerApi? Of(ApiCall call) => call.Company.Sales.Customers.Find(call.Id("customerId"));

    private static ApiAnswer Create(ApiCall call, CustomerInput input) =>
        CustomerKeeping.Keep(SalesWork.Of(call), input, old: null).Answer(customer => new ApiAnswer.Created(customer));

    private static ApiAnswer Replace(ApiCall call, CustomerInput input) => Of(call) is { } old
        ? CustomerKeeping.Keep(SalesWork.Of(call), input, old).Answer(customer => new ApiAnswer.Ok(customer))
        : ApiAnswer.Found(null);

    private static ApiAnswer Delete(ApiCall call)
    {
        if (Of(call) is not { } customer)
        {
            return ApiAnswer.Found(null);
        }

        if (call.Company.Sales.HasDocumentsOf(customer.Id))
        {
            return new ApiAnswer.Refused(
                ErrorCatalogue.CanNotBeDeleted,
                "A customer with transactions cannot be deleted. Set IsActive to false.");
        }

        call.Company.Sales.Customers.Remove(customer.Id);
        return new ApiAnswer.Blank();
    }
}

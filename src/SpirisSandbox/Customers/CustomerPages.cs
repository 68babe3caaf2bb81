using SpirisSandbox.Pages;
using SpirisSandbox.Sales;
using SpirisSandbox.State;

namespace SpirisSandbox.Customers;

/// <summary>Sales &gt; Customers: the list, newest first, one customer, and a form for a new one.</summary>
internal static class CustomerPages
{
    private const string Path = "/sales/customers";

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, (context, company) => PageAnswer.Page<CustomerListPage>(new
        {
            Company = company,
            Customers = Paging.NewestFirst(context, company.Sales.Customers.All),
        }));
        pages.GetOfCompany(Path + "/new", (_, company) => Form(company, new CustomerInput(), problem: null));
        pages.GetOfCompany(Path + "/{id:guid}", (context, company) =>
            Guid.TryParse((string?)context.GetRouteValue("id"), out var id)
            && company.Sales.Customers.Find(id) is { } customer
                ? PageAnswer.Page<CustomerPage>(new { Company = company, Customer = customer })
                : new PageAnswer.NotFound());
        pages.PostOfCompany(Path + "/new", Create);
    }

    public static string AddressOf(Guid customer) => $"{Path}/{customer}";

    private static PageAnswer Create(HttpContext context, Company company, IFormCollection form)
    {
        var input = new CustomerInput
        {
            CustomerNumber = Text("number"),
            Name = Text("name"),
            CorporateIdentityNumber = Text("organisationNumber"),
            IsPrivatePerson = Text("private") is not null,
            IsActive = true,
            InvoiceAddress1 = Text("address"),
            InvoicePostalCode = Text("postalCode"),
            InvoiceCity = Text("city"),
            EmailAddress = Text("email"),
            TermsOfPaymentId = Guid.TryParse(Text("terms"), out var terms) ? terms : null,
        };
        return CustomerKeeping.Keep(SalesWork.Of(context, company), input, old: null) switch
        {
            Making<CustomerApi>.Made(var customer) => new PageAnswer.SeeOther(AddressOf(customer.Id)),
            Making<CustomerApi>.Refused(var why) => Form(company, input, why.Error.DeveloperErrorMessage),
            _ => throw new System.Diagnostics.UnreachableException("The cases are closed."),
        };

        string? Text(string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    private static PageAnswer Form(Company company, CustomerInput input, string? problem) =>
        PageAnswer.Page<NewCustomerPage>(
            new { Company = company, Input = input, Problem = problem },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}

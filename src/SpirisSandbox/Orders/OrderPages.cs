using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Pages;
using SpirisSandbox.Sales;
using SpirisSandbox.State;

namespace SpirisSandbox.Orders;

/// <summary>
/// Sales &gt; Orders: the list, where delivered orders are ticked and made into one collective invoice, and one order,
/// which is marked as delivered and made into an invoice.
/// </summary>
/// <remarks>A collective invoice can be made here only: no operation of the API makes one.</remarks>
internal static class OrderPages
{
    private const string Path = "/sales/orders";

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, (context, company) => List(context, company, problem: null));
        pages.GetOfCompany(Path + "/{id:guid}", (context, company) => Find(context, company) is { } order
            ? Show(company, order, problem: null)
            : new PageAnswer.NotFound());
        pages.PostOfCompany(Path + "/invoice", Collect);
        pages.PostOfCompany(Path + "/{id:guid}/delivered", (context, company, _) =>
            Step(context, company, OrderSteps.Complete, order => AddressOf(order.Id)));
        pages.PostOfCompany(Path + "/{id:guid}/invoice", (context, company, _) => Step(
            context,
            company,
            (work, order) => OrderInvoicing.Convert(work, order, workHouseOtherCosts: null),
            invoice => InvoicePages.AddressOf(invoice.Id)));
    }

    public static string AddressOf(Guid order) => $"{Path}/{order}";

    public static bool HasModule(HttpContext context, Company company) =>
        company.Settings.ActivatedModules?.Contains(SalesWork.Of(context, company).Sales.OrderModule) == true;

    private static PageAnswer List(HttpContext context, Company company, string? problem) =>
        PageAnswer.Page<OrderListPage>(
            new
            {
                Company = company,
                Orders = Paging.NewestFirst(context, company.Sales.Orders.All),
                HasModule = HasModule(context, company),
                Problem = problem,
            },
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static PageAnswer Collect(HttpContext context, Company company, IFormCollection form)
    {
        var orders = form["order"]
            .Select(text => Guid.TryParse(text, out var id) ? company.Sales.Orders.Find(id) : null)
            .OfType<OrderApi>()
            .OrderBy(order => order.Number)
            .ToArray();
        if (orders.Length == 0 || !HasModule(context, company))
        {
            var words = Words.For(context);
            return List(context, company, orders.Length == 0 ? words.TickSeveral : words.NoOrderModule);
        }

        return OrderInvoicing.Collect(SalesWork.Of(context, company), orders) switch
        {
            Making<CustomerInvoiceApi>.Made(var invoice) => new PageAnswer.SeeOther(InvoicePages.AddressOf(invoice.Id)),
            Making<CustomerInvoiceApi>.Refused(var why) => List(context, company, why.Error.DeveloperErrorMessage),
            _ => throw new System.Diagnostics.UnreachableException("The cases are closed."),
        };
    }

    private static PageAnswer Step<TMade>(
        HttpContext context,
        Company company,
        Func<SalesWork, OrderApi, Making<TMade>> step,
        Func<TMade, string> address)
    {
        if (Find(context, company) is not { } order)
        {
            return new PageAnswer.NotFound();
        }

        if (!HasModule(context, company))
        {
            return Show(company, order, Words.For(context).NoOrderModule);
        }

        return step(SalesWork.Of(context, company), order) switch
        {
            Making<TMade>.Made(var made) => new PageAnswer.SeeOther(address(made)),
            Making<TMade>.Refused(var why) => Show(company, order, why.Error.DeveloperErrorMessage),
            _ => throw new System.Diagnostics.UnreachableException("The cases are closed."),
        };
    }

    private static PageAnswer Show(Company company, OrderApi order, string? problem) => PageAnswer.Page<OrderPage>(
        new { Company = company, Order = order, Problem = problem },
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static OrderApi? Find(HttpContext context, Company company) =>
        Guid.TryParse((string?)context.GetRouteValue("id"), out var id) ? company.Sales.Orders.Find(id) : null;
}

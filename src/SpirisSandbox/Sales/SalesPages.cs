using SpirisSandbox.Articles;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Customers;
using SpirisSandbox.Orders;
using SpirisSandbox.Pages;

namespace SpirisSandbox.Sales;

/// <summary>Every page of the sales side, one line per subject.</summary>
internal static class SalesPages
{
    public static void Map(PageRoutes pages)
    {
        InvoicePages.Map(pages);
        OrderPages.Map(pages);
        CustomerPages.Map(pages);
        ArticlePages.Map(pages);
    }
}

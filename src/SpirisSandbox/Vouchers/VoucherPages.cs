using System.Globalization;
using SpirisSandbox.Pages;
using SpirisSandbox.State;

namespace SpirisSandbox.Vouchers;

/// <summary>Accounting &gt; Vouchers: the list, newest first, and one voucher with its rows.</summary>
internal static class VoucherPages
{
    private const string Path = "/accounting/vouchers";
    private const int PageSize = 50;

    public static void Map(PageRoutes pages)
    {
        pages.GetOfCompany(Path, List);
        pages.GetOfCompany(Path + "/{id:guid}", One);
    }

    public static string AddressOf(VoucherApi voucher) => $"{Path}/{voucher.Id}";

    private static PageAnswer List(HttpContext context, Company company)
    {
        var all = company.Vouchers.All;
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(context.Request.Query["page"], CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, pages)
            : 1;
        var newestFirst = all.AsEnumerable().Reverse().Skip((page - 1) * PageSize).Take(PageSize).ToArray();
        return PageAnswer.Page<VoucherListPage>(
            new { Company = company, Vouchers = newestFirst, Page = page, Pages = pages });
    }

    private static PageAnswer One(HttpContext context, Company company) =>
        Guid.TryParse((string?)context.GetRouteValue("id"), out var id) && company.Vouchers.Find(id) is { } voucher
            ? PageAnswer.Page<VoucherPage>(new { Company = company, Voucher = voucher })
            : new PageAnswer.NotFound();
}

using SpirisSandbox.Pages;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Articles;

/// <summary>Sales &gt; Articles: the list, newest first.</summary>
internal static class ArticlePages
{
    public static void Map(PageRoutes pages) =>
        pages.GetOfCompany("/sales/articles", (context, company) => PageAnswer.Page<ArticleListPage>(new
        {
            Company = company,
            Articles = Paging.NewestFirst(context, company.Sales.Articles.All),
        }));
}

using OpenOne.Cli.Pages;

namespace OpenOne.Cli.Demo;

/// <summary>The first half of the integration guide, done on the real pages: settings and authorisation.</summary>
/// <param name="anna">The sandbox's user, who may open the books of both companies.</param>
internal sealed class GuideWalk(PageWalker walker, Uri backOffice, SignIn owner, SignIn anna)
{
    /// <summary>Every demo voucher gets a number of this series.</summary>
    private const string Series = "A";

    /// <summary>Sign-in, choice of company and consent are three pages; more than this is going in circles.</summary>
    private const int MostPagesAtSandbox = 6;

    /// <summary>Signs in to BackOffice.</summary>
    /// <exception cref="LostException">A page was not as expected.</exception>
    public async Task SignInAsync(CancellationToken cancellation)
    {
        await walker.OpenAsync(backOffice, cancellation);
        await SignInAsync(owner, cancellation);
    }

    /// <summary>Turns the integration on for a company, and lets BackOffice into its books.</summary>
    /// <param name="accountingFrom">The first day to book, yyyy-MM-dd.</param>
    /// <exception cref="LostException">A page was not as expected, or said no.</exception>
    public async Task ConnectAsync(DemoCompany company, string accountingFrom, CancellationToken cancellation)
    {
        await walker.OpenAsync(backOffice, cancellation);
        await PressAsync(GuideWords.Integrations, cancellation);
        await PressAsync(GuideWords.VismaEcom, cancellation);
        walker.Page.Enter(GuideWords.Company, company.OrganisationNumber);
        await PressAsync(GuideWords.Show, cancellation);
        walker.Page.Enter(GuideWords.SyncSales, "true");
        walker.Page.Enter(GuideWords.AccountingFrom, accountingFrom);
        walker.Page.Enter(GuideWords.VerificationSeries, Series);
        await PressAsync(GuideWords.Save, cancellation);
        RequireNoAlert();
        await PressAsync(GuideWords.Authorize, cancellation);
        await GrantAsync(company, cancellation);
        RequireNoAlert();
    }

    /// <summary>The accounting system asks who it is, which company, and for consent: each as it comes.</summary>
    private async Task GrantAsync(DemoCompany company, CancellationToken cancellation)
    {
        for (var pages = 0; walker.Page.Address.Authority != backOffice.Authority; pages++)
        {
            if (pages >= MostPagesAtSandbox)
            {
                throw new LostException($"Authorising {company.Name} does not lead back from {walker.Page.Address}.");
            }

            if (walker.Page.HasField(GuideWords.Password))
            {
                await SignInAsync(anna, cancellation);
            }
            else if (walker.Page.Pressable(company.OrganisationNumber, company.Name) is { } choice)
            {
                await walker.PressAsync(choice, cancellation);
            }
            else if (walker.Page.Says(company.Name))
            {
                await PressAsync(GuideWords.Grant, cancellation);
            }
            else
            {
                throw new LostException($"The page '{walker.Page.Title}' is not about {company.Name}.");
            }
        }
    }

    private async Task SignInAsync(SignIn person, CancellationToken cancellation)
    {
        walker.Page.Enter(GuideWords.Email, person.Email);
        walker.Page.Enter(GuideWords.Password, person.Password);
        await PressAsync(GuideWords.SignIn, cancellation);
        if (walker.Page.HasField(GuideWords.Password))
        {
            throw new LostException(
                $"{person.Email} was not let in at {walker.Page.Address.Authority}: {walker.Page.Alert}");
        }
    }

    private void RequireNoAlert()
    {
        if (walker.Page.Alert is { } alert)
        {
            throw new LostException(alert);
        }
    }

    private Task PressAsync(IReadOnlyList<string> words, CancellationToken cancellation) =>
        walker.PressAsync(walker.Page.RequirePressable(words), cancellation);
}

using Microsoft.AspNetCore.DataProtection.KeyManagement;
using SpirisSandbox.Accounts;
using SpirisSandbox.Api;
using SpirisSandbox.AppStore;
using SpirisSandbox.Attachments;
using SpirisSandbox.Balances;
using SpirisSandbox.BankAccounts;
using SpirisSandbox.Banks;
using SpirisSandbox.Clock;
using SpirisSandbox.CompanySettings;
using SpirisSandbox.Control;
using SpirisSandbox.CostCenters;
using SpirisSandbox.CustomerInvoices;
using SpirisSandbox.Demo;
using SpirisSandbox.Documents;
using SpirisSandbox.Faults;
using SpirisSandbox.FiscalYears;
using SpirisSandbox.Identity;
using SpirisSandbox.Pages;
using SpirisSandbox.PartnerResourceLinks;
using SpirisSandbox.Projects;
using SpirisSandbox.Sales;
using SpirisSandbox.Sending;
using SpirisSandbox.SieExchange;
using SpirisSandbox.State;
using SpirisSandbox.Storage;
using SpirisSandbox.Users;
using SpirisSandbox.VatCodes;
using SpirisSandbox.VoucherDrafts;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox;

/// <summary>
/// Puts the sandbox together: what it is made of, what lies around each request, and every address it answers.
/// </summary>
internal static class SandboxHost
{
    public static WebApplication Build(WebApplicationBuilder builder, SandboxOptions options, TimeProvider time)
    {
        AddServices(builder.Services, options.Checked(), new SandboxClock(time));
        var app = builder.Build();

        // The order matters: the journal sees what the fault does, and a fault can send a request through all the rest
        // twice.
        app.UseMiddleware<JournalMiddleware>();
        app.UseMiddleware<FaultMiddleware>();
        app.UseMiddleware<UnknownPathMiddleware>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseEndpoints(static _ => { });
        MapApi(app);
        MapPages(app);
        ControlOperations.Map(app);
        SentOperations.Map(app);
        return app;
    }

    // A subject that adds operations adds its line here.
    private static void MapApi(WebApplication app)
    {
        var v2 = new ApiRoutes(app);
        CompanySettingsOperations.Map(v2);
        FiscalYearOperations.Map(v2);
        AccountOperations.Map(v2);
        VatCodeOperations.Map(v2);
        CostCenterOperations.Map(v2);
        VoucherOperations.Map(v2);
        SalesOperations.Map(v2, app.Services.GetRequiredService<SandboxOptions>().Assumptions.Sales);
        VoucherDraftOperations.Map(v2);
        OpeningBalanceOperations.Map(v2);
        BalanceOperations.Map(v2);
        ProjectOperations.Map(v2);
        var files = app.Services.GetRequiredService<TemporaryFiles>();
        DocumentOperations.Map(v2, files);
        SieOperations.Map(v2, files);
        AttachmentOperations.Map(v2, files);
        PartnerResourceLinkOperations.Map(v2);
        BankOperations.Map(v2);
        BankAccountOperations.Map(v2);
        AppStoreOperations.Map(v2);
        TemporaryFiles.Map(app);
        UserOperations.Map(v2, app.Services.GetRequiredService<SandboxState>());
    }

    // A subject that adds pages adds its line here, and its entry to Pages/Menu.razor.
    private static void MapPages(WebApplication app)
    {
        Authorize.Map(app);
        var pages = new PageRoutes(app);
        SignIn.Map(pages);
        ChooseCompany.Map(pages);
        Consent.Map(pages);
        VoucherPages.Map(pages);
        InvoiceDetailsPages.Map(pages);
        AccountingInformationPages.Map(pages);
        ProfitUnitPages.Map(pages);
        ChartPages.Map(pages);
        FiscalYearPages.Map(pages);
        ModulePages.Map(pages);
        AppPages.Map(pages);
        UserPages.Map(pages);
        SiePages.Map(pages);
        SalesPages.Map(pages);
        pages.GetAnyone("/", (_, _) => Task.FromResult<PageAnswer>(new PageAnswer.SeeOther("/accounting/vouchers")));
        StyleSheet.Map(app);
        InvoiceFiles.Map(app.Services);
    }

    private static void AddServices(IServiceCollection services, SandboxOptions options, SandboxClock clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        if (options.Storage.File is { } file)
        {
            services.AddSingleton(_ => new StateFile(file));
        }

        services.AddSingleton(provider => new SandboxState(
            state => DemoData.Seed(state, clock.GetUtcNow(), options.MadeUpCompanies), provider.GetService<StateFile>()));
        services.AddSingleton<RequestJournal>();
        services.AddSingleton<WaitingFaults>();
        services.AddSingleton<LateWork>();
        services.AddSingleton<RateLimit>();
        services.AddSingleton<Rewind>();
        services.AddSingleton<TemporaryFiles>();
        services.AddSingleton<ApiBody>();
        services.AddSingleton<ApiGate>();
        services.AddSingleton<AuthorizeAttempts>();
        IdentityServer.Add(services, options);
        services.AddAuthentication(Visit.Scheme).AddCookie(Visit.Scheme, cookie =>
        {
            cookie.Cookie.Name = Visit.Scheme;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });

        // A sandbox forgets its sign-ins when it stops, as it forgets everything else.
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(keys => keys.XmlRepository = new KeysInMemory());
        services.AddAntiforgery(form => form.Cookie.Name = Visit.Scheme + ".Form");
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddLogging(log => log
            .AddFilter("Microsoft.AspNetCore", LogLevel.Error)
            .AddFilter("OpenIddict", LogLevel.Warning));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Invoices;

/// <summary>Receipts that become invoices or orders: their API, and the worker that makes them.</summary>
internal static class InvoicesSetup
{
    public static void AddInvoices(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<InvoiceOptions>().BindConfiguration("Invoices").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<InvoiceIntake>();
        builder.Services.AddSingleton(services => new InvoicePatience(
            services.GetRequiredService<IDbContextFactory<BackOfficeDb>>(),
            services.GetRequiredService<ClosingFeed>(),
            services.GetRequiredService<IOptions<InvoiceOptions>>().Value,
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new InvoiceStore(
            services.GetRequiredService<IDbContextFactory<BackOfficeDb>>(),
            services.GetRequiredService<ClosingFeed>(),
            services.GetRequiredService<IOptions<DeliveryOptions>>().Value));
        builder.Services.AddSingleton<InvoicingOf>(services => companyId => new InvoicingAccess(
            services.GetRequiredService<SpirisConnection>(), services.GetRequiredService<TokenKeeper>().Of(companyId)));
        builder.Services.AddSingleton<ArticleChoices>();
        builder.Services.AddHostedService(services => new InvoiceWorker(
            services.GetRequiredService<InvoiceStore>(),
            services.GetRequiredService<InvoicingOf>(),
            services.GetRequiredService<IOptions<DeliveryOptions>>().Value,
            services.GetRequiredService<ClosingFeed>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<InvoiceWorker>>()));
    }

    public static void MapInvoices(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(ApiKeyAuthentication.Name).DisableAntiforgery();
        SubmitInvoice.Map(api);
        GetInvoice.Map(api);
    }
}

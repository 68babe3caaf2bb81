using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.Spiris;

namespace OpenOne.BackOffice.Customers;

/// <summary>Customers both ways: the API of tills, and the worker behind it.</summary>
internal static class CustomersSetup
{
    public static void AddCustomers(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CustomerOptions>().BindConfiguration("Customers").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<ClienteleOf>(services => companyId => new SpirisClientele(
            services.GetRequiredService<SpirisConnection>(), services.GetRequiredService<TokenKeeper>().Of(companyId)));
        builder.Services.AddSingleton<CustomerTaking>();
        builder.Services.AddSingleton<CustomerReading>();
        builder.Services.AddSingleton<CreationIntake>();
        builder.Services.AddSingleton<CreationDesk>();
        builder.Services.AddSingleton<CreationClaims>();
        builder.Services.AddSingleton<CreationDelivery>();
        builder.Services.AddHostedService<CustomerWorker>();
    }

    public static void MapCustomers(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(ApiKeyAuthentication.Name).DisableAntiforgery();
        ListCustomers.Map(api);
        GetCustomer.Map(api);
        CreateCustomer.Map(api);
    }
}

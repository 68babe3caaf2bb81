using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using SpirisSandbox.Api;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.Bench;

/// <summary>
/// The least that could answer POST /vouchers: a bare Kestrel that parses the same body and writes the same answer, and
/// judges, numbers and keeps nothing.
/// </summary>
internal static class BareServer
{
    private static readonly JsonSerializerOptions _json = WireJson.For(new SandboxAssumptions());

    /// <param name="model">An answer of the sandbox, for what a row's account adds to it.</param>
    public static async Task<WebApplication> StartAsync(VoucherApi model)
    {
        var accounts = model.Rows.DistinctBy(row => row.AccountNumber).ToDictionary(row => row.AccountNumber);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            var input = await JsonSerializer.DeserializeAsync<VoucherInput>(context.Request.Body, _json);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(context.Response.BodyWriter, Answer(model, accounts, input!), _json);
        });
        await app.StartAsync();
        return app;
    }

    private static VoucherApi Answer(
        VoucherApi model, Dictionary<long, VoucherRowApi> accounts, VoucherInput input) => model with
        {
            Id = Guid.NewGuid(),
            VoucherDate = input.VoucherDate!.Value,
            VoucherText = input.VoucherText!,
            Rows =
            [
                .. input.Rows!.Select(row => accounts[row!.AccountNumber!.Value] with
                {
                    DebitAmount = row.DebitAmount ?? 0,
                    CreditAmount = row.CreditAmount ?? 0,
                    TransactionText = row.TransactionText,
                }),
            ],
        };
}

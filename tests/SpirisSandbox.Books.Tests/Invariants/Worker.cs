using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SpirisSandbox.Books.Tests.Driving;
using SpirisSandbox.Sie;

namespace SpirisSandbox.Books.Tests.Invariants;

/// <summary>Does the deeds of a workload over the wire, and counts what the answers promised.</summary>
public sealed class Worker(OpenBooks books)
{
    private ApiClient Api => books.Api;

    /// <summary>How many vouchers were promised by answers that say so.</summary>
    public int Promised { get; private set; }

    /// <summary>The opening balances of the last PUT that was answered with 200: öre by account.</summary>
    public Dictionary<long, long> Opened { get; } = [];

    public async Task DoAsync(Deed deed)
    {
        switch (deed)
        {
            case Deed.Post post:
                Count(await Api.PostAsync("/vouchers?useDefaultVoucherSeries=false&useDefaultVatCodes=true", Body(post)));
                break;
            case Deed.Draft draft:
                await ConvertAsync(draft);
                break;
            case Deed.Import import:
                await ImportAsync(import);
                break;
            case Deed.Open open:
                await OpenAsync(open);
                break;
            case Deed.Lock locking:
                await Api.PutAsync("/companysettings/accountinglocksettings", Lock(locking.Month));
                break;
            case Deed.LockYear year:
                await Api.PutAsync($"/fiscalyears/{books.Year(year.Year)}", new { IsLockedForAccounting = year.IsLocked });
                break;
            default:
                throw new InvalidOperationException($"{deed} is no deed.");
        }
    }

    private async Task ConvertAsync(Deed.Draft draft)
    {
        var body = Body(new Deed.Post(draft.Date, draft.Series, draft.Debit, draft.Credit, draft.Ore, draft.OffBy));
        Count(await Api.PostAsync($"/voucherdrafts/{(await Api.PostAsync("/voucherdrafts", body)).Id}/convert"));
    }

    private async Task ImportAsync(Deed.Import import)
    {
        var file = new SieFile
        {
            Vouchers = [.. import.Vouchers.Select(post => new SieVoucher(post.Series, "1", post.Date, "Import", null,
            [
                new SieRow(post.Debit, [], Kronor(post.Ore), ""),
                new SieRow(post.Credit, [], -Kronor(post.Ore + post.OffBy), ""),
            ]))],
        };
        var answer = await Api.PostAsync("/sie4import", new
        {
            SieData = Convert.ToBase64String(SieEncoding.Write(SieWriter.Write(file))),
            Encoding = 1,
            MapLedgerAccount = false,
            ImportOpeningBalance = false,
            EndYearAdjustment = false,
            ImportAccountNames = false,
        });
        Promised += answer.Status == HttpStatusCode.OK ? answer.Good["CreatedRows"]!.GetValue<int>() : Refused(answer);
    }

    private async Task OpenAsync(Deed.Open open)
    {
        var answer = await Api.PutAsync("/fiscalyears/openingbalances", new[]
        {
            new { AccountNumber = 1930, Balance = Kronor(open.Ore) },
            new { AccountNumber = 2081, Balance = -Kronor(open.Ore + open.OffBy) },
        });
        if (answer.Status == HttpStatusCode.OK)
        {
            (Opened[1930], Opened[2081]) = (open.Ore, -open.Ore - open.OffBy);
        }
        else
        {
            Refused(answer);
        }
    }

    private void Count(Answer answer) => Promised += answer.Status == HttpStatusCode.Created ? 1 : Refused(answer);

    // A deed may be refused for a reason, never for a bug.
    private static int Refused(Answer answer)
    {
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body!["ErrorCode"]!.GetValue<int>().ShouldBeOneOf(2000, 3001, 3002, 4026, 4038);
        return 0;
    }

    private static JsonObject Body(Deed.Post post)
    {
        var body = AVoucher.Of(
            post.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (post.Debit, Kronor(post.Ore)),
            (post.Credit, -Kronor(post.Ore + post.OffBy)));
        body["NumberSeries"] = post.Series;
        return body;
    }

    private static object Lock(DateOnly? month) => month is { } locked
        ? new { AccountingLockedAsOf = new { locked.Year, locked.Month } }
        : new { };

    private static decimal Kronor(int ore) => ore / 100m;
}

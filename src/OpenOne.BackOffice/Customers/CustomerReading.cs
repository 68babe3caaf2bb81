using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Spiris;
using Answer = OpenOne.Spiris.Resources.SpirisAnswer<
    OpenOne.Spiris.Resources.SpirisList<OpenOne.Domain.Customers.CustomerSight>>;

namespace OpenOne.BackOffice.Customers;

/// <summary>Gives the customers of a company, as Spiris has them.</summary>
public delegate SpirisClientele ClienteleOf(Guid companyId);

/// <summary>Reads a company's customers from Spiris into our own table: the whole list now and then, and between that what has
/// changed.</summary>
/// <remarks>Each reading reaches back before the one before it, by <see cref="CustomerOptions.Overlap"/>, since a change may show
/// late. Two readings of a company at once do each other no harm: what Spiris says wins, and the book's row is written under its
/// revision.</remarks>
internal sealed partial class CustomerReading(
    IDbContextFactory<BackOfficeDb> databases,
    ClienteleOf clientele,
    CustomerTaking taking,
    IOptions<CustomerOptions> options,
    IOptions<DeliveryOptions> delivery,
    TimeProvider clock,
    ILogger<CustomerReading> log)
{
    private const string TookTooLong = "Reading the customers took too long.";

    /// <summary>What Spiris says of a filter that it does not have.</summary>
    private const int QueryParameterError = 6000;

    /// <summary>Reads what has changed, or all when that is due.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="since">To begin earlier than is needed for us, by Spiris' clock; for whoever looks for something of their
    /// own.</param>
    /// <param name="use">What it is for, which decides who waits for whom.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CustomerLook> ReadAsync(Guid companyId, DateTimeOffset? since, QuotaUse use, CancellationToken cancellation)
    {
        var book = await BookAsync(companyId, cancellation);
        var whole = book.ReadUntil is null || clock.GetUtcNow() - book.WholeReadAt >= options.Value.WholeEvery;
        var from = Earlier(book.ReadUntil, since) - options.Value.Overlap;
        var answer = await AskAsync(companyId, whole ? null : from, use, cancellation);
        if (!whole && answer is Answer.Refused { Code: QueryParameterError } refused)
        {
            LogWithoutFilter(companyId, refused.Message);
            (whole, answer) = (true, await AskAsync(companyId, null, use, cancellation));
        }

        switch (answer)
        {
            case Answer.Read(var list):
                await taking.TakeInAsync(companyId, list, whole, cancellation);
                return new CustomerLook.Fresh(list.AsOf);
            case Answer.AccessLost(var problem):
                await FailAsync(companyId, problem, null, cancellation);
                return new CustomerLook.AccessLost(problem);
            case Answer.Refused(_, var problem):
                await FailAsync(companyId, problem, null, cancellation);
                return new CustomerLook.Refused(problem);
            case Answer.Unavailable(var problem, var retryAfter):
                await FailAsync(companyId, problem, retryAfter, cancellation);
                return new CustomerLook.Failed(problem, retryAfter);
            default:
                throw new UnreachableException("The cases of SpirisAnswer are closed.");
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one < other || other is null ? one : other;

    private async Task<Answer> AskAsync(Guid companyId, DateTimeOffset? since, QuotaUse use, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(options.Value.ReadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellation);
        try
        {
            return await clientele(companyId).ReadAsync(since, use, either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new Answer.Unavailable(TookTooLong);
        }
    }

    private async Task<CustomerBook> BookAsync(Guid companyId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.CustomerBooks.AsNoTracking().SingleOrDefaultAsync(book => book.CompanyId == companyId, cancellation)
            ?? new CustomerBook { CompanyId = companyId };
    }

    private Task FailAsync(Guid companyId, string problem, TimeSpan? asked, CancellationToken cancellation) =>
        taking.ChangeBookAsync(
            companyId,
            book =>
            {
                var own = delivery.Value.Schedule.DelayAfter(book.Failures + 1, Random.Shared.Next(0, 1001) / 1000m);
                var pause = own > options.Value.ReadEvery ? own : options.Value.ReadEvery;
                book.HaveFailed(problem, clock.GetUtcNow() + (asked > pause ? asked.Value : pause));
            },
            cancellation);

    [LoggerMessage(LogLevel.Warning, "Spiris does not pick customers of company {CompanyId} by when they changed ({Said}); all are read.")]
    private partial void LogWithoutFilter(Guid companyId, string said);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenOne.BackOffice.Data;
using OpenOne.Domain.Customers;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Customers;

/// <summary>Takes what was read from Spiris into our table.</summary>
/// <remarks>So many customers at a time, so that a list of 20 000 keeps nobody who writes waiting. Each time the company's book is
/// written first, which makes whoever else takes in customers of the company wait, and gives the rows a stamp that is later than
/// every one before.</remarks>
internal sealed class CustomerTaking(
    IDbContextFactory<BackOfficeDb> databases, IOptions<CustomerOptions> options, TimeProvider clock) : IDisposable
{
    private const int AtATime = 500;
    private const int MostTries = 10;

    /// <summary>One at a time in this process: whoever waits for the database itself keeps a thread while it does.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>Takes in a list.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="list">What was read.</param>
    /// <param name="whole">Whether it is the whole list, so that what is missing has been deleted.</param>
    /// <param name="cancellation">Gives up between two parts: what is taken in is true, and the rest is read again.</param>
    public async Task TakeInAsync(
        Guid companyId, SpirisList<CustomerSight> list, bool whole, CancellationToken cancellation)
    {
        await ChangeBookAsync(companyId, _ => { }, cancellation);
        foreach (var part in list.Items.Chunk(AtATime))
        {
            await ChangeAsync(companyId, (db, book) => TakeInAsync(db, book, part, cancellation), cancellation);
        }

        if (whole)
        {
            var there = list.Items.Select(customer => customer.Id).ToHashSet();
            await ChangeAsync(companyId, (db, book) => EraseAsync(db, book, there, list.AsOf, cancellation), cancellation);
        }

        var now = clock.GetUtcNow();
        await ChangeBookAsync(companyId, book => book.HaveRead(list.AsOf, whole, now, options.Value.ReadEvery), cancellation);
    }

    /// <summary>Changes how far a company's customers have been read, whoever else does so at the same time.</summary>
    public Task ChangeBookAsync(Guid companyId, Action<CustomerBook> change, CancellationToken cancellation) => ChangeAsync(
        companyId,
        (_, book) =>
        {
            change(book);
            return Task.CompletedTask;
        },
        cancellation);

    /// <summary>Puts one customer, as Spiris has just answered it, among the others.</summary>
    public Task PutAsync(Guid companyId, CustomerSight sight, CancellationToken cancellation) =>
        ChangeAsync(companyId, (db, book) => TakeInAsync(db, book, [sight], cancellation), cancellation);

    private async Task TakeInAsync(BackOfficeDb db, CustomerBook book, CustomerSight[] part, CancellationToken cancellation)
    {
        var ids = part.Select(customer => customer.Id).ToList();
        var known = await db.Customers.Where(row => row.CompanyId == book.CompanyId && ids.Contains(row.SpirisId))
            .ToDictionaryAsync(row => row.SpirisId, cancellation);
        var stamp = book.NextStamp(clock.GetUtcNow());
        foreach (var sight in part)
        {
            if (!known.TryGetValue(sight.Id, out var customer))
            {
                customer = new Customer { CompanyId = book.CompanyId, SpirisId = sight.Id };
                db.Customers.Add(customer);
            }

            customer.Take(sight, stamp);
        }
    }

    /// <summary>One that has come or changed since shortly before the list was made may not be in it yet.</summary>
    private async Task EraseAsync(
        BackOfficeDb db, CustomerBook book, HashSet<string> there, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var before = asOf - options.Value.Overlap;
        var known = await db.Customers
            .Where(row => row.CompanyId == book.CompanyId && row.State != CustomerState.Gone && row.ChangedInSpirisAt < before)
            .Select(row => row.SpirisId).ToListAsync(cancellation);
        var gone = known.Where(id => !there.Contains(id)).ToList();
        if (gone.Count == 0)
        {
            return;
        }

        var stamp = book.NextStamp(clock.GetUtcNow());
        foreach (var part in gone.Chunk(AtATime))
        {
            var rows = await db.Customers.Where(row => row.CompanyId == book.CompanyId && part.Contains(row.SpirisId))
                .ToListAsync(cancellation);
            rows.ForEach(row => row.Vanish(stamp));
        }
    }

    private async Task ChangeAsync(
        Guid companyId, Func<BackOfficeDb, CustomerBook, Task> change, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            for (var tried = 1; !await TryChangeAsync(companyId, change, mayFail: tried < MostTries, cancellation); tried++)
            {
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <returns><see langword="false"/> when somebody else took in customers of the company at the same time: what they have written
    /// is read, and this goes on top of it.</returns>
    private async Task<bool> TryChangeAsync(
        Guid companyId, Func<BackOfficeDb, CustomerBook, Task> change, bool mayFail, CancellationToken cancellation)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if (await db.CustomerBooks.SingleOrDefaultAsync(row => row.CompanyId == companyId, cancellation) is not { } book)
            {
                book = new CustomerBook { CompanyId = companyId };
                db.CustomerBooks.Add(book);
                await db.SaveChangesAsync(cancellation);
            }

            await change(db, book);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (mayFail)
        {
            return false;
        }
    }
}

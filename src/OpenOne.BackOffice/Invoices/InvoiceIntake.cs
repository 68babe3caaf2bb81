using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Mapping;
using OpenOne.Domain.Closings;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Suggestions;

namespace OpenOne.BackOffice.Invoices;

/// <summary>What became of a posted receipt, in order of precedence.</summary>
internal abstract record TakenReceipt
{
    private TakenReceipt()
    {
    }

    /// <summary>Received before with other content, and something has come of that.</summary>
    public sealed record Changed : TakenReceipt;

    /// <summary>It is booked with the day's voucher.</summary>
    public sealed record WithTheDay : TakenReceipt;

    /// <summary>The company does not invoice through Spiris.</summary>
    public sealed record InvoiceOff : TakenReceipt;

    /// <summary>Lines, total and VAT do not agree. Nothing is stored.</summary>
    public sealed record DoesNotAddUp(ImmutableArray<Difference> Differences) : TakenReceipt;

    /// <summary>It is safe on disk, now or since before.</summary>
    public sealed record Taken(Guid Id, bool IsNew) : TakenReceipt;
}

/// <summary>Takes in receipts that points of sale post to be invoiced at once.</summary>
internal sealed class InvoiceIntake(IDbContextFactory<BackOfficeDb> databases, ClosingFeed feed, TimeProvider clock)
{
    /// <summary>Takes in a receipt. Completed when what became of it is safe on disk.</summary>
    public async Task<TakenReceipt> TakeInAsync(ApiCaller caller, InvoiceReading.Read read, CancellationToken cancellation)
    {
        try
        {
            return await TryTakeInAsync(caller, read, cancellation);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || UniqueViolation.Is(clash))
        {
            // Somebody took in the same receipt at the same moment, or a lane has just moved it: now it is seen.
            return await TryTakeInAsync(caller, read, cancellation);
        }
    }

    private async Task<TakenReceipt> TryTakeInAsync(ApiCaller caller, InvoiceReading.Read read, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (key, company) = (read.Receipt.Key, caller.CompanyId);
        var receipt = await db.Receipts.SingleOrDefaultAsync(
            row => row.CompanyId == company && row.Register == key.Register && row.ReceiptNumber == key.ReceiptNumber, cancellation);
        var taken = receipt is null
            ? await AddAsync(db, caller, read, cancellation)
            : await SeeAgainAsync(db, receipt, read, cancellation);
        if (taken is TakenReceipt.Taken)
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            await RememberAsync(db, company, read.Receipt, cancellation);
            feed.Announce(company);
        }

        return taken;
    }

    /// <summary>What is sold for the first time is known from then on, and shows where accounts are chosen.</summary>
    private async Task RememberAsync(BackOfficeDb db, Guid companyId, ReceiptToInvoice receipt, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await SeenKeys.RememberAsync(
            db, companyId,
            [.. receipt.Receipt.Lines.Select(line => new NamedKey(new MappingKey.Sales(line.Group, line.Rate), null)).Distinct()],
            clock.GetUtcNow(), cancellation);
    }

    private async Task<TakenReceipt> AddAsync(
        BackOfficeDb db, ApiCaller caller, InvoiceReading.Read read, CancellationToken cancellation)
    {
        if (!await db.Companies.AnyAsync(row => row.Id == caller.CompanyId && row.InvoicesInSpiris, cancellation))
        {
            return new TakenReceipt.InvoiceOff();
        }

        if (read.Receipt.Differences is { IsEmpty: false } differences)
        {
            return new TakenReceipt.DoesNotAddUp(differences);
        }

        var (key, now) = (read.Receipt.Key, clock.GetUtcNow());
        var receipt = Receipts.Of(caller.CompanyId, read, now);
        db.Receipts.Add(receipt);
        db.InvoiceDeliveries.Add(new InvoiceDelivery(receipt.Id, caller.CompanyId, key, read.Receipt.Date, isPromised: false, now));
        if (!await db.Registers.AnyAsync(row => row.CompanyId == caller.CompanyId && row.Designation == key.Register, cancellation))
        {
            db.Registers.Add(new CashRegister { CompanyId = caller.CompanyId, Designation = key.Register });
        }

        return new TakenReceipt.Taken(receipt.Id, IsNew: true);
    }

    private async Task<TakenReceipt> SeeAgainAsync(
        BackOfficeDb db, ReceivedReceipt receipt, InvoiceReading.Read read, CancellationToken cancellation)
    {
        var delivery = await db.InvoiceDeliveries.SingleAsync(row => row.Id == receipt.Id, cancellation);
        var isSame = receipt.ContentHash.AsSpan().SequenceEqual(read.ContentHash);
        switch (delivery.State)
        {
            case InvoiceState.WithTheDay:
                return new TakenReceipt.WithTheDay();
            case InvoiceState.Refused when read.Receipt.Differences is { IsEmpty: false } differences:
                return new TakenReceipt.DoesNotAddUp(differences);
            case InvoiceState.Refused when delivery.DraftId is null:
                // Nothing has come of it: the cashier has corrected something, here or there.
                Receipts.Replace(receipt, read, clock.GetUtcNow());
                delivery.ComeAgain(read.Receipt.Date, isPromised: false, clock.GetUtcNow());
                return new TakenReceipt.Taken(receipt.Id, IsNew: true);
            default:
                // What the closing says of a receipt and what the till said may differ in everything but the money.
                return isSame || ReceiptToInvoice.MovesTheSameMoney(
                    InvoiceReader.ReadAgain(receipt.Document, delivery.Date).Receipt, read.Receipt.Receipt) && receipt.ClosingId is not null
                        ? new TakenReceipt.Taken(receipt.Id, IsNew: false)
                        : new TakenReceipt.Changed();
        }
    }
}

/// <summary>Makes the rows that receipts are kept as.</summary>
internal static class Receipts
{
    /// <summary>The row of a receipt that has come.</summary>
    public static ReceivedReceipt Of(Guid companyId, InvoiceReading.Read read, DateTimeOffset now) => new()
    {
        CompanyId = companyId,
        Register = read.Receipt.Key.Register,
        ReceiptNumber = read.Receipt.Key.ReceiptNumber,
        Document = read.Document,
        ContentHash = read.ContentHash,
        Customer = InvoiceQueue.CustomerOf(read.Receipt),
        CustomerName = read.Receipt.Receipt.Customer.Name,
        Total = read.Receipt.Receipt.Total,
        Vat = read.Receipt.Vat,
        Tip = read.Receipt.Receipt.Tip,
        ReceivedAt = now,
    };

    /// <summary>Puts what a receipt says now in the place of what it said when nothing came of it.</summary>
    public static void Replace(ReceivedReceipt receipt, InvoiceReading.Read read, DateTimeOffset now)
    {
        var fresh = Of(receipt.CompanyId, read, now);
        (receipt.Document, receipt.ContentHash) = (fresh.Document, fresh.ContentHash);
        (receipt.Customer, receipt.CustomerName) = (fresh.Customer, fresh.CustomerName);
        (receipt.Total, receipt.Vat, receipt.Tip, receipt.ReceivedAt) = (fresh.Total, fresh.Vat, fresh.Tip, now);
    }
}

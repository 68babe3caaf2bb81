using System.Globalization;
using System.Text.Json.Nodes;
using OpenOne.Domain.Closings;

namespace OpenOne.BackOffice.Tests;

/// <summary>A Z-report as the closing contract writes it, spelled out here so that a renamed member breaks a test and not a
/// point of sale.</summary>
public static class ClosingWire
{
    public static JsonObject Of(ZReport report) => new()
    {
        ["organisationNumber"] = report.OrganisationNumber?.ToString(),
        ["register"] = report.Key.Register,
        ["zNumber"] = report.Key.ZNumber,
        ["businessDate"] = report.BusinessDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["closedAt"] = report.ClosedAt.ToString("O", CultureInfo.InvariantCulture),
        ["currency"] = "SEK",
        ["sales"] = new JsonArray([.. report.Sales.Select(line => Without(new()
        {
            ["productGroup"] = line.Group.Code,
            ["name"] = line.Name,
            ["vatRate"] = line.Rate.Percent,
            ["gross"] = line.Gross.ToKronor(),
            ["vat"] = line.Vat?.ToKronor(),
        }))]),
        ["vat"] = new JsonArray([.. report.Vat.Select(line => Without(new()
        {
            ["rate"] = line.Rate.Percent,
            ["gross"] = line.Gross.ToKronor(),
            ["net"] = line.Net?.ToKronor(),
            ["vat"] = line.Vat.ToKronor(),
        }))]),
        ["payments"] = new JsonArray([.. report.Payments.Select(line => Without(new()
        {
            ["method"] = line.Means.Code,
            ["name"] = line.Name,
            ["amount"] = line.Amount.ToKronor(),
            ["tip"] = line.Tip.ToKronor(),
        }))]),
        ["rounding"] = report.Rounding.ToKronor(),
        ["cash"] = report.Cash is { } cash ? Without(new()
        {
            ["openingFloat"] = cash.OpeningFloat.ToKronor(),
            ["deposits"] = cash.Deposits.ToKronor(),
            ["withdrawals"] = cash.Withdrawals.ToKronor(),
            ["counted"] = cash.Counted?.ToKronor(),
        }) : new JsonObject(),
        ["invoices"] = new JsonArray([.. (report.Invoices ?? []).Select(Invoice)]),
        ["counts"] = report.Receipts is { } receipts ? new JsonObject { ["receipts"] = receipts } : new JsonObject(),
    };

    private static JsonObject Invoice(InvoiceReceipt invoice) => new JsonObject
    {
        ["receiptNumber"] = invoice.ReceiptNumber,
        ["customer"] = Without(new()
        {
            ["customerNumber"] = invoice.Customer.CustomerNumber ?? "1001",
            ["name"] = invoice.Customer.Name,
            ["organisationNumber"] = invoice.Customer.OrganisationNumber,
            ["email"] = invoice.Customer.Email,
            ["address"] = invoice.Customer.Address,
            ["postalCode"] = invoice.Customer.PostalCode,
            ["city"] = invoice.Customer.City,
            ["countryCode"] = invoice.Customer.CountryCode,
        }),
        ["lines"] = new JsonArray([.. invoice.Lines.Select(line => Without(new()
        {
            ["productGroup"] = line.Group.Code,
            ["text"] = line.Text,
            ["quantity"] = line.Quantity,
            ["gross"] = line.Gross.ToKronor(),
            ["vat"] = line.StatedVat?.ToKronor(),
            ["vatRate"] = line.Rate.Percent,
        }))]),
        ["tip"] = invoice.Tip.ToKronor(),
        ["total"] = invoice.Total.ToKronor(),
    };

    /// <summary>The contract knows members that are there and members that are not, but no nulls.</summary>
    private static JsonObject Without(JsonObject members)
    {
        foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            members.Remove(name);
        }

        return members;
    }
}

using System.Globalization;
using SpirisSandbox.State;

namespace SpirisSandbox.Customers;

/// <summary>Gives customers their numbers.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09, CustomerApi.CustomerNumber: unique, generated if not provided, next in
/// <c>NextCustomerNumber</c>. A number that somebody chose before its turn is passed over.
/// </remarks>
internal static class CustomerNumbers
{
    public static string Next(Company company)
    {
        var next = Math.Max(1, company.Settings.NextCustomerNumber);
        while (IsTaken(company, Text(next), except: null))
        {
            next++;
        }

        company.Change(company.Settings with { NextCustomerNumber = next + 1 });
        return Text(next);
    }

    public static bool IsTaken(Company company, string? number, CustomerApi? except) =>
        !string.IsNullOrWhiteSpace(number)
        && company.Sales.Customers.Any(customer => customer.CustomerNumber == number && customer.Id != except?.Id);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

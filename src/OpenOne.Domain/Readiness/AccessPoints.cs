namespace OpenOne.Domain.Readiness;

/// <summary>Whether we are let in, to the right company, with what is needed there.</summary>
internal static class AccessPoints
{
    internal static IEnumerable<ReadinessPoint> Of(BooksFacts facts, ReadinessTerms terms)
    {
        yield return terms.Access switch
        {
            BooksAccess.Granted(var by) => ReadinessPoint.Ok(ReadinessCodes.Authorised, by),
            BooksAccess.Lost(var problem) => ReadinessPoint.Blocked(ReadinessCodes.Authorised, ReadinessReach.Everything, problem),
            _ => ReadinessPoint.Blocked(ReadinessCodes.Authorised, ReadinessReach.Everything),
        };

        if (terms.Access is not BooksAccess.Granted)
        {
            yield break;
        }

        foreach (var point in OfRefusals(facts))
        {
            yield return point;
        }

        if (facts.Company is { } company)
        {
            foreach (var point in OfCompany(company, facts, terms))
            {
                yield return point;
            }
        }
    }

    private static IEnumerable<ReadinessPoint> OfRefusals(BooksFacts facts)
    {
        if (Said(facts, RefusedBecause.NoIntegration) is { } noIntegration)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.ModuleIntegration, ReadinessReach.Everything, noIntegration);
        }

        if (Said(facts, RefusedBecause.CompanyNotActive) is { } notActive)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.CompanyActive, ReadinessReach.Everything, notActive);
        }

        if (facts is { MissingScopes: [_, ..] missing })
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.Scopes, ReadinessReach.Everything, string.Join(", ", missing));
        }
        else if (Said(facts, RefusedBecause.ScopeMissing) is { } noScope)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.Scopes, ReadinessReach.Everything, noScope);
        }
        else
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.Scopes);
        }

        if (facts.User is { MayWrite: false } reader)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.UserRights, ReadinessReach.Everything, reader.Name);
        }
        else if (Said(facts, RefusedBecause.UserMayNot) is not null)
        {
            yield return ReadinessPoint.Blocked(ReadinessCodes.UserRights, ReadinessReach.Everything, facts.User?.Name ?? "");
        }
        else if (facts.User is { MayWrite: true } writer)
        {
            yield return ReadinessPoint.Ok(ReadinessCodes.UserRights, writer.Name);
        }

        foreach (var refusal in facts.Refusals.Where(refusal => refusal.Because is RefusedBecause.Other).DistinctBy(refusal => refusal.Said))
        {
            yield return ReadinessPoint.Warning(ReadinessCodes.Readable, refusal.Said);
        }
    }

    private static IEnumerable<ReadinessPoint> OfCompany(BooksCompany company, BooksFacts facts, ReadinessTerms terms)
    {
        string[] who = [terms.Company.ToString(), company.Number?.ToString() ?? "", company.Name];
        yield return company.Number == terms.Company
            ? ReadinessPoint.Ok(ReadinessCodes.RightCompany, who)
            : ReadinessPoint.Blocked(ReadinessCodes.RightCompany, ReadinessReach.Everything, who);
        if (Said(facts, RefusedBecause.CompanyNotActive) is null)
        {
            yield return company.IsActive
                ? ReadinessPoint.Ok(ReadinessCodes.CompanyActive)
                : ReadinessPoint.Blocked(ReadinessCodes.CompanyActive, ReadinessReach.Everything, "");
        }

        yield return Module(
            ReadinessCodes.ModuleAccounting,
            company.Modules.Accounting && Said(facts, RefusedBecause.NoAccounting) is null,
            ReadinessReach.Everything);
        if (Said(facts, RefusedBecause.NoIntegration) is null)
        {
            yield return Module(ReadinessCodes.ModuleIntegration, company.Modules.Integration, ReadinessReach.Everything);
        }

        if (!terms.Invoices)
        {
            yield break;
        }

        yield return Module(ReadinessCodes.ModuleInvoicing, company.Modules.Invoicing, ReadinessReach.Invoices);
        if (terms.Orders)
        {
            yield return Module(ReadinessCodes.ModuleOrders, company.Modules.Orders, ReadinessReach.Invoices);
        }

        var next = company.NextInvoiceNumber.ToString(System.Globalization.CultureInfo.InvariantCulture);
        yield return company.NextInvoiceNumber > 0
            ? ReadinessPoint.Ok(ReadinessCodes.InvoiceNumber, next)
            : ReadinessPoint.Blocked(ReadinessCodes.InvoiceNumber, ReadinessReach.Invoices, next);
    }

    private static ReadinessPoint Module(string code, bool isThere, ReadinessReach reach) =>
        isThere ? ReadinessPoint.Ok(code) : ReadinessPoint.Blocked(code, reach);

    private static string? Said(BooksFacts facts, RefusedBecause because) =>
        facts.Refusals.FirstOrDefault(refusal => refusal.Because == because)?.Said;
}

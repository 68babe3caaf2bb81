using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Companies;

/// <summary>A legal entity of an organisation, with one company in Spiris, and what it has chosen for the integration.</summary>
public sealed class Company
{
    /// <summary>Our id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The organisation it belongs to.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its number; unique within the organisation.</summary>
    public required OrganisationNumber OrganisationNumber { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>"Sync sales": whether closings are transferred.</summary>
    public bool SyncSales { get; private set; }

    /// <summary>"Accounting from": the first business date that is transferred.</summary>
    public DateOnly? AccountingFrom { get; private set; }

    /// <summary>"Verification series": the series the vouchers are numbered in.</summary>
    public VoucherSeries? VoucherSeries { get; private set; }

    /// <summary>"Invoice": whether Spiris books the sales that are on invoice.</summary>
    public bool InvoicesInSpiris { get; private set; }

    /// <summary>What becomes of a day with sales or payments that have no account.</summary>
    public WhenUnmapped WhenUnmapped { get; private set; } = WhenUnmapped.HoldDay;

    /// <summary>Why nothing of this company is posted until a person has decided, such as a voucher that was found twice.</summary>
    public string? PostingStoppedBecause { get; private set; }

    /// <summary>Counts every change of what is above, so that two people cannot overwrite each other unseen.</summary>
    public int Revision { get; private set; }

    /// <summary>Chooses how sales are transferred.</summary>
    public void ChooseTransfer(bool syncSales, DateOnly? accountingFrom, VoucherSeries? series)
    {
        (SyncSales, AccountingFrom, VoucherSeries) = (syncSales, accountingFrom, series);
        Revision++;
    }

    /// <summary>Chooses what becomes of a day with sales or payments that have no account.</summary>
    public void ChooseWhenUnmapped(WhenUnmapped whenUnmapped)
    {
        WhenUnmapped = whenUnmapped;
        Revision++;
    }

    /// <summary>Stops all posting of the company until a person lets it go on.</summary>
    public void StopPosting(string because)
    {
        PostingStoppedBecause = because;
        Revision++;
    }

    /// <summary>A person has dealt with what stopped it.</summary>
    public void LetPostingGoOn()
    {
        PostingStoppedBecause = null;
        Revision++;
    }
}

/// <summary>A cash register of a company (kassaregister), known by its designation (kassabeteckning).</summary>
public sealed class CashRegister
{
    /// <summary>The company it belongs to.</summary>
    public required Guid CompanyId { get; init; }

    /// <summary>Its designation, 1 to 16 characters, unique within the company.</summary>
    public required string Designation { get; init; }

    /// <summary>The store it stands in, if anybody has said so.</summary>
    public Guid? StoreId { get; set; }
}

namespace OpenOne.BackOffice.Books;

/// <summary>What came of creating or activating an account in Spiris.</summary>
public abstract record AccountOpening
{
    private AccountOpening()
    {
    }

    /// <summary>It can be booked on, in every fiscal year from the one that was asked for.</summary>
    /// <param name="Account">As it stands now in the first of them.</param>
    public sealed record Opened(ChartAccount Account) : AccountOpening;

    /// <summary>No fiscal year from the day on is known; check the company again.</summary>
    public sealed record NoFiscalYear : AccountOpening;

    /// <summary>Spiris would not.</summary>
    /// <param name="Said">What it said.</param>
    public sealed record Refused(string Said) : AccountOpening;

    /// <summary>Not until somebody authorises us again.</summary>
    public sealed record AccessLost : AccountOpening;

    /// <summary>Not just now. Some of the years may have it already; the same again does the rest.</summary>
    /// <param name="Problem">What happened.</param>
    public sealed record Unavailable(string Problem) : AccountOpening;
}

/// <summary>An account that is to be there: created where it is missing, activated where it is asleep.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name, where it is to be created; at most 100 characters.</param>
/// <param name="VatCodeId">Its VAT code, where it is to be created.</param>
/// <param name="From">A day of the first fiscal year that is to have it; later ones get it too.</param>
public sealed record WantedAccount(Domain.Accounting.AccountNumber Number, string Name, Guid? VatCodeId, DateOnly From);

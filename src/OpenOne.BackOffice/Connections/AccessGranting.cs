using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Data;
using OpenOne.BackOffice.Delivery;
using OpenOne.Domain.Readiness;
using OpenOne.Spiris;
using OpenOne.Spiris.Authorisation;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Connections;

/// <summary>What came of an authorisation.</summary>
internal enum AccessGranted
{
    /// <summary>We are let in.</summary>
    Yes = 1,

    /// <summary>We were let into another company than the one chosen here. Its tokens were handed back and nothing was kept.</summary>
    WrongCompany = 2,

    /// <summary>Spiris did not give us tokens, or did not tell us which company they are for; then they were handed back.</summary>
    Failed = 3,

    /// <summary>The company has not ordered the module Integration, so that nothing can be reached. The tokens were handed back.</summary>
    NoIntegration = 4,
}

/// <summary>A code that Spiris has sent a user back with.</summary>
/// <param name="Code">The code; it holds once, for five minutes.</param>
/// <param name="CameTo">The address it came to, which Spiris wants to hear again.</param>
internal sealed record SpirisCode(string Code, Uri CameTo);

/// <summary>Turns a code from Spiris into a company's access, if it is access to that company.</summary>
internal sealed partial class AccessGranting(
    BackOfficeDb db,
    SpirisConnection spiris,
    SpirisAuthorisation authorisation,
    SecretSealer sealer,
    ClosingFeed feed,
    TimeProvider clock,
    ILogger<AccessGranting> log)
{
    /// <summary>Exchanges the code, asks Spiris which company it is for, and stores the access. What waited then goes by itself.</summary>
    public async Task<AccessGranted> GrantAsync(
        Company company, AuthorisationRequest request, SpirisCode code, string by, CancellationToken cancellation)
    {
        if (!sealer.TryOpen(request.CodeVerifier, company.Id, AuthoriseSpiris.VerifierPurpose, out var text)
            || !CodeVerifier.TryParse(text, out var verifier))
        {
            LogVerifierLost(company.Id);
            return AccessGranted.Failed;
        }

        var grant = await authorisation.ExchangeAsync(code.Code, code.CameTo, verifier, cancellation);
        if (grant is not SpirisGrant.Granted(var granted))
        {
            LogNotGranted(company.Id, grant);
            return AccessGranted.Failed;
        }

        SpirisAccessSource just = (_, _) => Task.FromResult<SpirisAccess>(new SpirisAccess.Open(granted.AccessToken));
        var answer = await new SpirisCompany(spiris, just).ReadSettingsAsync(cancellation);
        if (answer is not SpirisAnswer<CompanySettings>.Read(var settings))
        {
            LogCompanyUnknown(company.Id, answer);
            await authorisation.RevokeAsync(granted.RefreshToken, CancellationToken.None);
            return answer is SpirisAnswer<CompanySettings>.Refused(var errorCode, var said)
                && ReadinessMeaning.MeaningOf(errorCode, said) is RefusedBecause.NoIntegration
                    ? AccessGranted.NoIntegration
                    : AccessGranted.Failed;
        }

        if (settings.OrganisationNumber != company.OrganisationNumber)
        {
            await authorisation.RevokeAsync(granted.RefreshToken, CancellationToken.None);
            return AccessGranted.WrongCompany;
        }

        await StoreAsync(company, granted, settings.Name, by);
        return AccessGranted.Yes;
    }

    private async Task StoreAsync(Company company, SpirisTokens granted, string spirisName, string by)
    {
        var now = clock.GetUtcNow();
        while (!await TryStoreAsync(company, granted, spirisName, by, now))
        {
            db.ChangeTracker.Clear();
        }

        await Reconsideration.OfCompanyAsync(db, company.Id, CancellationToken.None);
        feed.Announce(company.Id);
    }

    /// <summary>Stores what was granted, unless a refresh of the tokens before it is stored in the same moment; then what was
    /// granted just now is to be stored over that.</summary>
    private async Task<bool> TryStoreAsync(Company company, SpirisTokens granted, string spirisName, string by, DateTimeOffset now)
    {
        var connection = await db.Connections.SingleOrDefaultAsync(row => row.CompanyId == company.Id);
        if (connection is null)
        {
            connection = new Connection { CompanyId = company.Id };
            db.Connections.Add(connection);
        }

        connection.Authorise(spirisName, company.OrganisationNumber, by, now);
        connection.Store(granted, sealer);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "An authorisation of company {CompanyId} was begun under a key that this server no longer has.")]
    private partial void LogVerifierLost(Guid companyId);

    [LoggerMessage(LogLevel.Warning, "Spiris gave no tokens for company {CompanyId}: {Grant}")]
    private partial void LogNotGranted(Guid companyId, SpirisGrant grant);

    [LoggerMessage(LogLevel.Warning, "Spiris did not say which company the tokens for {CompanyId} are for: {Answer}")]
    private partial void LogCompanyUnknown(Guid companyId, object answer);
}

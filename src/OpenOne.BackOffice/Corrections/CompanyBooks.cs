using OpenOne.BackOffice.Connections;
using OpenOne.Spiris;
using OpenOne.Spiris.Resources;

namespace OpenOne.BackOffice.Corrections;

/// <summary>What can be read of a company in Spiris, by our access to it.</summary>
internal sealed class CompanyBooks(SpirisConnection spiris, TokenKeeper tokens)
{
    /// <summary>The company's.</summary>
    public SpirisCompany Of(Guid companyId) => new(spiris, tokens.Of(companyId));
}

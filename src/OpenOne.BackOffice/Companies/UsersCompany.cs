using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Data;
using OpenOne.Domain;

namespace OpenOne.BackOffice.Companies;

/// <summary>A company as one user may see it.</summary>
/// <param name="Company">The company.</param>
/// <param name="Role">What the user may do in its organisation.</param>
internal sealed record UsersCompany(Company Company, MemberRole Role)
{
    /// <summary>Finds a company among the organisations that a user belongs to, and nowhere else.</summary>
    public static Task<UsersCompany?> FindAsync(
        BackOfficeDb db, Guid userId, OrganisationNumber number, CancellationToken cancellation) =>
        db.Memberships
            .Where(membership => membership.UserId == userId)
            .Join(
                db.Companies.Where(company => company.OrganisationNumber == number),
                membership => membership.OrganisationId,
                company => company.OrganisationId,
                (membership, company) => new UsersCompany(company, membership.Role))
            .FirstOrDefaultAsync(cancellation);
}

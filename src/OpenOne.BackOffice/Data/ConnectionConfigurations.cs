using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;

namespace OpenOne.BackOffice.Data;

internal sealed class SpirisConnectionConfiguration : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> connection)
    {
        connection.ToTable("Connections");
        connection.HasKey(c => c.CompanyId);
        connection.HasOne<Company>().WithOne().HasForeignKey<Connection>(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
        connection.Property(c => c.SpirisCompanyName).HasMaxLength(100);
        connection.Property(c => c.AuthorisedBy).HasMaxLength(256);
        connection.Property(c => c.Revision).IsConcurrencyToken();
    }
}

internal sealed class AuthorisationRequestConfiguration : IEntityTypeConfiguration<AuthorisationRequest>
{
    public void Configure(EntityTypeBuilder<AuthorisationRequest> request)
    {
        request.HasKey(r => r.StateHash);
        request.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Cascade);
    }
}

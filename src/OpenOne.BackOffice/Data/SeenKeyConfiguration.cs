using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;

namespace OpenOne.BackOffice.Data;

internal sealed class SeenKeyConfiguration : IEntityTypeConfiguration<SeenKey>
{
    public void Configure(EntityTypeBuilder<SeenKey> seen)
    {
        seen.ToTable("SeenKeys");
        seen.HasKey(s => new { s.CompanyId, s.Key });
        seen.HasOne<Company>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        seen.HasOne<ReceivedClosing>().WithMany().HasForeignKey(s => s.ClosingId).OnDelete(DeleteBehavior.Restrict);
        seen.Property(s => s.Name).HasMaxLength(100);
    }
}

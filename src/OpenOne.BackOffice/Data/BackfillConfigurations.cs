using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Backfills;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Data;

internal sealed class BackfillConfiguration : IEntityTypeConfiguration<Backfill>
{
    public void Configure(EntityTypeBuilder<Backfill> backfill)
    {
        backfill.ToTable("Backfills", table => table.HasCheckConstraint("ck_backfills_first_to_last", "first <= last"));
        backfill.HasOne<Company>().WithMany().HasForeignKey(b => b.CompanyId).OnDelete(DeleteBehavior.Restrict);
        backfill.HasIndex(b => new { b.CompanyId, b.StartedAt });
        backfill.Property(b => b.StartedBy).HasMaxLength(256);
        backfill.Property(b => b.ChangedBy).HasMaxLength(256);
    }
}

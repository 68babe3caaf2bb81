using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Exports;

namespace OpenOne.BackOffice.Data;

internal sealed class SieExportConfiguration : IEntityTypeConfiguration<SieExport>
{
    public void Configure(EntityTypeBuilder<SieExport> export)
    {
        export.ToTable("Exports");
        export.HasKey(e => new { e.CompanyId, e.Number });
        export.Property(e => e.Number).ValueGeneratedNever();
        export.HasOne<Company>().WithMany().HasForeignKey(e => e.CompanyId).OnDelete(DeleteBehavior.Restrict);
        export.Property(e => e.MadeBy).HasMaxLength(256);
        export.Property(e => e.FileName).HasMaxLength(100);
        export.Property(e => e.Total).HasColumnName("total_ore");
    }
}

internal sealed class ExportedClosingConfiguration : IEntityTypeConfiguration<ExportedClosing>
{
    public void Configure(EntityTypeBuilder<ExportedClosing> closing)
    {
        closing.ToTable("ExportedClosings");
        closing.HasKey(c => new { c.CompanyId, c.ExportNumber, c.ClosingId });
        closing.HasOne<ReceivedClosing>().WithMany().HasForeignKey(c => c.ClosingId).OnDelete(DeleteBehavior.Restrict);
        closing.HasOne<ExportedVoucher>().WithMany()
            .HasForeignKey(c => new { c.CompanyId, c.ExportNumber, c.VoucherOrdinal }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ExportedVoucherConfiguration : IEntityTypeConfiguration<ExportedVoucher>
{
    public void Configure(EntityTypeBuilder<ExportedVoucher> voucher)
    {
        voucher.ToTable("ExportedVouchers");
        voucher.HasKey(v => new { v.CompanyId, v.ExportNumber, v.Ordinal });
        voucher.HasOne<SieExport>().WithMany().HasForeignKey(v => new { v.CompanyId, v.ExportNumber }).OnDelete(DeleteBehavior.Restrict);
        voucher.Property(v => v.Ordinal).ValueGeneratedNever();
        voucher.Property(v => v.Text).HasMaxLength(1000);
        voucher.Property(v => v.Total).HasColumnName("total_ore");
    }
}

internal sealed class ExportReleaseConfiguration : IEntityTypeConfiguration<ExportRelease>
{
    public void Configure(EntityTypeBuilder<ExportRelease> release)
    {
        release.ToTable("ExportReleases");

        // An export is released once. Of two who do it at the same time, this key lets one.
        release.HasKey(r => new { r.CompanyId, r.ExportNumber });
        release.HasOne<SieExport>().WithOne().HasForeignKey<ExportRelease>(r => new { r.CompanyId, r.ExportNumber })
            .OnDelete(DeleteBehavior.Restrict);
        release.Property(r => r.By).HasMaxLength(256);
        release.Property(r => r.Reason).HasMaxLength(ReleaseExport.MaxReasonLength);
    }
}

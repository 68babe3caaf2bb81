using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Outside;

namespace OpenOne.BackOffice.Data;

internal sealed class OutsideVoucherConfiguration : IEntityTypeConfiguration<OutsideVoucherRow>
{
    public void Configure(EntityTypeBuilder<OutsideVoucherRow> voucher)
    {
        voucher.ToTable("OutsideVouchers");
        voucher.HasKey(v => new { v.CompanyId, v.VoucherId });
        voucher.HasOne<Company>().WithMany().HasForeignKey(v => v.CompanyId).OnDelete(DeleteBehavior.Restrict);
        voucher.Property(v => v.VoucherId).HasMaxLength(40);
        voucher.Property(v => v.Number).HasMaxLength(20);
        voucher.Property(v => v.Text).HasMaxLength(1000);
        voucher.HasIndex(v => new { v.CompanyId, v.Date });
    }
}

internal sealed class OutsideDismissalConfiguration : IEntityTypeConfiguration<OutsideDismissal>
{
    public void Configure(EntityTypeBuilder<OutsideDismissal> dismissal)
    {
        dismissal.ToTable("OutsideDismissals");
        dismissal.HasKey(d => new { d.ClosingId, d.VoucherId });
        dismissal.HasOne<ReceivedClosing>().WithMany().HasForeignKey(d => d.ClosingId).OnDelete(DeleteBehavior.Restrict);
        dismissal.Property(d => d.VoucherId).HasMaxLength(40);
        dismissal.Property(d => d.By).HasMaxLength(256);
    }
}

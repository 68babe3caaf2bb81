using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Corrections;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Data;

internal sealed class PlannedVoucherConfiguration : IEntityTypeConfiguration<PlannedVoucher>
{
    public void Configure(EntityTypeBuilder<PlannedVoucher> planned)
    {
        // 0 is the voucher of the day, which is composed and not planned.
        planned.ToTable("PlannedVouchers", table => table.HasCheckConstraint("ck_planned_vouchers_ordinal", "ordinal > 0"));
        planned.HasKey(p => new { p.ClosingId, p.Ordinal });
        planned.HasOne<VoucherDelivery>().WithOne().HasForeignKey<PlannedVoucher>(p => new { p.ClosingId, p.Ordinal })
            .OnDelete(DeleteBehavior.Restrict);
        planned.HasIndex(p => p.Key);
        planned.Property(p => p.Corrects).HasMaxLength(20);
        planned.Property(p => p.Text).HasMaxLength(1000);
        planned.Property(p => p.AskedBy).HasMaxLength(256);
    }
}

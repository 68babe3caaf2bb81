using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Exports;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Data;

internal sealed class ReceivedClosingConfiguration : IEntityTypeConfiguration<ReceivedClosing>
{
    public void Configure(EntityTypeBuilder<ReceivedClosing> closing)
    {
        closing.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);

        // A Z-report is received once. This index, and not a check before it, is what makes that so.
        closing.HasIndex(c => new { c.CompanyId, c.Register, c.ZNumber }).IsUnique();
        closing.HasIndex(c => new { c.CompanyId, c.BusinessDate });
        closing.Property(c => c.Register).HasMaxLength(16);
        closing.Property(c => c.Total).HasColumnName("total_ore");
    }
}

internal sealed class ConflictingClosingConfiguration : IEntityTypeConfiguration<ConflictingClosing>
{
    public void Configure(EntityTypeBuilder<ConflictingClosing> conflict)
    {
        conflict.HasOne<ReceivedClosing>().WithMany().HasForeignKey(c => c.ClosingId).OnDelete(DeleteBehavior.Restrict);
        conflict.HasIndex(c => new { c.ClosingId, c.ContentHash }).IsUnique();
    }
}

internal sealed class VoucherDeliveryConfiguration : IEntityTypeConfiguration<VoucherDelivery>
{
    public void Configure(EntityTypeBuilder<VoucherDelivery> delivery)
    {
        delivery.ToTable("Deliveries", table =>
        {
            table.HasCheckConstraint(
                "ck_deliveries_booked_iff_voucher", "(state IN ('Booked', 'Corrected')) = (posted_id IS NOT NULL)");
            table.HasCheckConstraint("ck_deliveries_sent_has_attempt", "state NOT IN ('InFlight', 'Uncertain') OR attempts > 0");

            // A closing leaves by one way only: what a SIE export holds is not on its way to Spiris, nor in the books by us.
            table.HasCheckConstraint(
                "ck_deliveries_exported_is_not_sent", "exported_in IS NULL OR state IN ('Skipped', 'NeedsAttention')");
        });
        delivery.HasKey(d => d.ClosingId);
        delivery.HasOne<ReceivedClosing>().WithOne().HasForeignKey<VoucherDelivery>(d => d.ClosingId).OnDelete(DeleteBehavior.Restrict);
        delivery.Property(d => d.Register).HasMaxLength(16);
        delivery.Property(d => d.Revision).IsConcurrencyToken();
        delivery.ComplexProperty(d => d.Posted, posted =>
        {
            posted.Property(p => p!.Id).HasColumnName("posted_id").HasMaxLength(40);
            posted.Property(p => p!.Number).HasColumnName("posted_number").HasMaxLength(20);
        });
        delivery.HasOne<SieExport>().WithMany().HasForeignKey(d => new { d.CompanyId, d.ExportedIn }).OnDelete(DeleteBehavior.Restrict);
        delivery.HasIndex(d => new { d.CompanyId, d.BusinessDate, d.ZNumber });
        delivery.HasIndex(d => new { d.State, d.DueAt });
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> attempt)
    {
        attempt.HasKey(a => new { a.ClosingId, a.Number });
        attempt.HasOne<VoucherDelivery>().WithMany().HasForeignKey(a => a.ClosingId).OnDelete(DeleteBehavior.Restrict);
        attempt.Property(a => a.LeaseToken);
        attempt.Property(a => a.Key);
        attempt.Property(a => a.Date);
        attempt.Property(a => a.Fingerprint);
        attempt.Property(a => a.MappingVersion);
        attempt.Property(a => a.Body);
        attempt.Property(a => a.BegunAt);
        attempt.Property(a => a.Outcome).HasMaxLength(30);
        attempt.Ignore(a => a.Trace);
    }
}

internal sealed class StoredVoucherConfiguration : IEntityTypeConfiguration<StoredVoucher>
{
    public void Configure(EntityTypeBuilder<StoredVoucher> voucher)
    {
        voucher.ToTable("Vouchers");
        voucher.HasKey(v => new { v.ClosingId, v.AttemptNumber });
        voucher.HasOne<Attempt>().WithOne().HasForeignKey<StoredVoucher>(v => new { v.ClosingId, v.AttemptNumber })
            .OnDelete(DeleteBehavior.Restrict);
        voucher.Property(v => v.Text).HasMaxLength(1000);
        voucher.Property(v => v.Total).HasColumnName("total_ore");
        voucher.HasIndex(v => v.Key);
    }
}

internal sealed class LaneConfiguration : IEntityTypeConfiguration<LaneRow>
{
    public void Configure(EntityTypeBuilder<LaneRow> lane)
    {
        lane.ToTable("Lanes");
        lane.HasKey(l => l.CompanyId);
        lane.HasOne<Company>().WithOne().HasForeignKey<LaneRow>(l => l.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SightedVoucherConfiguration : IEntityTypeConfiguration<SightedVoucherRow>
{
    public void Configure(EntityTypeBuilder<SightedVoucherRow> voucher)
    {
        voucher.ToTable("SightedVouchers");
        voucher.HasKey(v => new { v.CompanyId, v.VoucherId });
        voucher.HasOne<Company>().WithMany().HasForeignKey(v => v.CompanyId).OnDelete(DeleteBehavior.Restrict);
        voucher.Property(v => v.VoucherId).HasMaxLength(40);
        voucher.Property(v => v.Number).HasMaxLength(20);
        voucher.Property(v => v.SettledBy).HasMaxLength(256);
        voucher.HasIndex(v => new { v.CompanyId, v.Key });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Invoices;
using OpenOne.Domain.Invoicing;

namespace OpenOne.BackOffice.Data;

internal sealed class ReceivedReceiptConfiguration : IEntityTypeConfiguration<ReceivedReceipt>
{
    public void Configure(EntityTypeBuilder<ReceivedReceipt> receipt)
    {
        receipt.ToTable("Receipts");
        receipt.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Restrict);
        receipt.HasOne<ReceivedClosing>().WithMany().HasForeignKey(r => r.ClosingId).OnDelete(DeleteBehavior.Restrict);

        // A receipt is decided about once. This index, and not a check before it, is what makes that so.
        receipt.HasIndex(r => new { r.CompanyId, r.Register, r.ReceiptNumber }).IsUnique();
        receipt.HasIndex(r => new { r.CompanyId, r.Customer, r.Total });
        receipt.Property(r => r.Register).HasMaxLength(16);
        receipt.Property(r => r.ReceiptNumber).HasMaxLength(40);
        receipt.Property(r => r.Customer).HasMaxLength(50);
        receipt.Property(r => r.CustomerName).HasMaxLength(50);
        receipt.Property(r => r.Total).HasColumnName("total_ore");
        receipt.Property(r => r.Vat).HasColumnName("vat_ore");
        receipt.Property(r => r.Tip).HasColumnName("tip_ore");
    }
}

internal sealed class InvoiceDeliveryConfiguration : IEntityTypeConfiguration<InvoiceDelivery>
{
    public void Configure(EntityTypeBuilder<InvoiceDelivery> delivery)
    {
        delivery.ToTable("InvoiceDeliveries", table =>
        {
            table.HasCheckConstraint("ck_invoice_deliveries_made_has_number", "state <> 'Made' OR (made_id IS NOT NULL AND made_number IS NOT NULL)");
            table.HasCheckConstraint("ck_invoice_deliveries_apart_or_not_made", "state NOT IN ('Refused', 'WithTheDay') OR made_id IS NULL");
            table.HasCheckConstraint("ck_invoice_deliveries_draft_before_invoice", "state NOT IN ('Drafted', 'Converting', 'Uncertain') OR draft_id IS NOT NULL");
            table.HasCheckConstraint("ck_invoice_deliveries_sent_has_attempt", "state NOT IN ('Drafting', 'Converting', 'Uncertain') OR attempts > 0");
        });
        delivery.HasKey(d => d.Id);
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.HasOne<ReceivedReceipt>().WithOne().HasForeignKey<InvoiceDelivery>(d => d.Id).OnDelete(DeleteBehavior.Restrict);
        delivery.Property(d => d.Register).HasMaxLength(16);
        delivery.Property(d => d.ReceiptNumber).HasMaxLength(40);
        delivery.Property(d => d.DraftId).HasMaxLength(40);
        delivery.Property(d => d.Rounding).HasColumnName("rounding_ore");
        delivery.Property(d => d.Revision).IsConcurrencyToken();
        delivery.Ignore(d => d.Key);
        delivery.ComplexProperty(d => d.Made, made =>
        {
            made.Property(m => m!.Id).HasColumnName("made_id").HasMaxLength(40);
            made.Property(m => m!.Number).HasColumnName("made_number").HasMaxLength(20);
        });
        delivery.HasIndex(d => new { d.CompanyId, d.DueAt });
        delivery.HasIndex(d => new { d.CompanyId, d.State });
    }
}

internal sealed class InvoiceAttemptConfiguration : IEntityTypeConfiguration<InvoiceAttempt>
{
    public void Configure(EntityTypeBuilder<InvoiceAttempt> attempt)
    {
        attempt.HasKey(a => new { a.ReceiptId, a.Number });
        attempt.HasOne<InvoiceDelivery>().WithMany().HasForeignKey(a => a.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        attempt.Property(a => a.Step);
        attempt.Property(a => a.LeaseToken);
        attempt.Property(a => a.Target).HasMaxLength(40);
        attempt.Property(a => a.Body);
        attempt.Property(a => a.BegunAt);
        attempt.Property(a => a.Outcome).HasMaxLength(30);
    }
}

internal sealed class InvoiceLaneConfiguration : IEntityTypeConfiguration<InvoiceLaneRow>
{
    public void Configure(EntityTypeBuilder<InvoiceLaneRow> lane)
    {
        lane.ToTable("InvoiceLanes");
        lane.HasKey(l => l.CompanyId);
        lane.HasOne<Company>().WithOne().HasForeignKey<InvoiceLaneRow>(l => l.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KnownArticleConfiguration : IEntityTypeConfiguration<KnownArticle>
{
    public void Configure(EntityTypeBuilder<KnownArticle> article)
    {
        article.HasKey(a => new { a.CompanyId, a.Number });
        article.HasOne<Company>().WithMany().HasForeignKey(a => a.CompanyId).OnDelete(DeleteBehavior.Restrict);
        article.Property(a => a.Number).HasMaxLength(40);
        article.Property(a => a.Chosen).HasMaxLength(100);
        article.Property(a => a.ChosenBy).HasMaxLength(256);
    }
}

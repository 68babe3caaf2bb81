using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Settling;

namespace OpenOne.BackOffice.Data;

internal sealed class SettlementConfiguration : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> settlement)
    {
        settlement.ToTable("Settlements");
        settlement.HasKey(s => s.ReceiptId);
        settlement.Property(s => s.ReceiptId).ValueGeneratedNever();
        settlement.HasOne<ReceivedReceipt>().WithOne().HasForeignKey<Settlement>(s => s.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        settlement.HasOne<Company>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        settlement.Property(s => s.InvoiceId).HasMaxLength(40);
        settlement.Property(s => s.InvoiceNumber).HasMaxLength(20);
        settlement.Property(s => s.InvoiceTotal).HasColumnName("invoice_total_ore");
        settlement.Property(s => s.Remaining).HasColumnName("remaining_ore");
        settlement.HasIndex(s => new { s.CompanyId, s.State });
    }
}

internal sealed class SettlingBookConfiguration : IEntityTypeConfiguration<SettlingBook>
{
    public void Configure(EntityTypeBuilder<SettlingBook> book)
    {
        book.ToTable("SettlingBooks");
        book.HasKey(b => b.CompanyId);
        book.HasOne<Company>().WithOne().HasForeignKey<SettlingBook>(b => b.CompanyId).OnDelete(DeleteBehavior.Restrict);
        book.Property(b => b.Revision).IsConcurrencyToken();
    }
}

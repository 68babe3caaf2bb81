using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Mail;

namespace OpenOne.BackOffice.Data;

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("OutgoingMails", table => table.HasCheckConstraint("ck_outgoing_mails_sent_iff_when", "(state = 'Sent') = (sent_at IS NOT NULL)"));
        mail.HasOne<SieExport>().WithMany().HasForeignKey(m => new { m.CompanyId, m.ExportNumber }).OnDelete(DeleteBehavior.Restrict);
        mail.Property(m => m.Tries).IsConcurrencyToken();
        mail.Property(m => m.Recipients).HasMaxLength(ExportScheduling.MaxRecipientsLength);
        mail.Property(m => m.Subject).HasMaxLength(200);
        mail.Property(m => m.Body).HasMaxLength(1000);
        mail.Property(m => m.Problem).HasMaxLength(500);
        mail.HasIndex(m => new { m.State, m.DueAt });
    }
}

internal sealed class ExportScheduleConfiguration : IEntityTypeConfiguration<ExportSchedule>
{
    public void Configure(EntityTypeBuilder<ExportSchedule> schedule)
    {
        schedule.ToTable("ExportSchedules");
        schedule.HasKey(s => s.CompanyId);
        schedule.HasOne<Company>().WithOne().HasForeignKey<ExportSchedule>(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        schedule.Property(s => s.Recipients).HasMaxLength(ExportScheduling.MaxRecipientsLength);
        schedule.Property(s => s.SetBy).HasMaxLength(256);
        schedule.Property(s => s.Problem).HasMaxLength(50);
    }
}

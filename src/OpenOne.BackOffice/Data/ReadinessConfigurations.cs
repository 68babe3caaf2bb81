using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Readiness;

namespace OpenOne.BackOffice.Data;

internal sealed class BooksProfileConfiguration : IEntityTypeConfiguration<BooksProfile>
{
    public void Configure(EntityTypeBuilder<BooksProfile> profile)
    {
        profile.ToTable("BooksProfiles");
        profile.HasKey(p => p.CompanyId);
        profile.HasOne<Company>().WithOne().HasForeignKey<BooksProfile>(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
        profile.Property(p => p.Facts).HasConversion<BooksFactsConverter, BooksFactsComparer>();
    }
}

internal sealed class CompanyReadinessConfiguration : IEntityTypeConfiguration<CompanyReadiness>
{
    public void Configure(EntityTypeBuilder<CompanyReadiness> state)
    {
        state.ToTable("Readiness");
        state.HasKey(s => s.CompanyId);
        state.HasOne<Company>().WithOne().HasForeignKey<CompanyReadiness>(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        state.Property(s => s.Basis).HasMaxLength(100);
        state.Property(s => s.Report).HasConversion<ReadinessReportConverter, ReadinessReportComparer>();
    }
}

internal sealed class ReadinessHistoryConfiguration : IEntityTypeConfiguration<ReadinessHistoryEntry>
{
    public void Configure(EntityTypeBuilder<ReadinessHistoryEntry> entry)
    {
        entry.ToTable("ReadinessHistory", table => table.HasCheckConstraint(
            "ck_readiness_history_asked_by_a_person", "(\"trigger\" = 'Person') = (asked_by IS NOT NULL)"));
        entry.HasOne<Company>().WithMany().HasForeignKey(e => e.CompanyId).OnDelete(DeleteBehavior.Restrict);
        entry.Property(e => e.AskedBy).HasMaxLength(256);
        entry.Property(e => e.Report).HasConversion<ReadinessReportConverter, ReadinessReportComparer>();
        entry.HasIndex(e => new { e.CompanyId, e.CheckedAt });
    }
}

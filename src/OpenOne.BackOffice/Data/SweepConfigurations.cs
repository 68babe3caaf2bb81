using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Sweeps;

namespace OpenOne.BackOffice.Data;

internal sealed class SweepConfiguration : IEntityTypeConfiguration<Sweep>
{
    public void Configure(EntityTypeBuilder<Sweep> sweep)
    {
        sweep.ToTable("Sweeps", table => table.HasCheckConstraint(
            "ck_sweeps_problem_iff_broken_off", "(ended_as = 'BrokenOff') = (problem IS NOT NULL)"));
        sweep.HasOne<Company>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        sweep.Property(s => s.End).HasColumnName("ended_as");
        sweep.Property(s => s.AskedBy).HasMaxLength(256);
        sweep.HasIndex(s => new { s.CompanyId, s.StartedAt });
    }
}

internal sealed class SweepFindingConfiguration : IEntityTypeConfiguration<SweepFinding>
{
    public void Configure(EntityTypeBuilder<SweepFinding> finding)
    {
        finding.ToTable("SweepFindings");
        finding.HasKey(f => new { f.SweepId, f.Number });
        finding.HasOne<Sweep>().WithMany().HasForeignKey(f => f.SweepId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<ReceivedClosing>().WithMany().HasForeignKey(f => f.ClosingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("Decisions");
        decision.HasOne<Company>().WithMany().HasForeignKey(d => d.CompanyId).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<ReceivedClosing>().WithMany().HasForeignKey(d => d.ClosingId).OnDelete(DeleteBehavior.Restrict);
        decision.Property(d => d.By).HasMaxLength(256);
        decision.Property(d => d.Number).HasMaxLength(200);
        decision.HasIndex(d => new { d.CompanyId, d.ClosingId });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Mapping;

namespace OpenOne.BackOffice.Data;

internal sealed class MappingVersionConfiguration : IEntityTypeConfiguration<MappingVersion>
{
    public void Configure(EntityTypeBuilder<MappingVersion> mapping)
    {
        mapping.HasKey(m => new { m.CompanyId, m.Version });
        mapping.HasOne<Company>().WithMany().HasForeignKey(m => m.CompanyId).OnDelete(DeleteBehavior.Restrict);
        mapping.Property(m => m.CreatedBy).HasMaxLength(256);
        mapping.OwnsMany(m => m.Rows, row =>
        {
            row.ToTable("MappingRows");
            row.WithOwner().HasForeignKey("CompanyId", "Version");
            row.HasKey("CompanyId", "Version", nameof(MappingRow.Key));
            row.Property(r => r.Key).ValueGeneratedNever();
        });
        mapping.OwnsMany(m => m.CostCentres, row =>
        {
            row.ToTable("CostCentreRows", table => table.HasCheckConstraint(
                "ck_cost_centre_rows_say_something", "COALESCE(first_id, second_id, third_id) IS NOT NULL"));
            row.WithOwner().HasForeignKey("CompanyId", "Version");
            row.HasKey("CompanyId", "Version", nameof(CostCentreRow.Subject));
            row.Property(r => r.Subject).ValueGeneratedNever();
            row.Property(r => r.FirstName).HasMaxLength(100);
            row.Property(r => r.SecondName).HasMaxLength(100);
            row.Property(r => r.ThirdName).HasMaxLength(100);
        });
    }
}

internal sealed class DefaultChartConfiguration : IEntityTypeConfiguration<DefaultChart>
{
    public void Configure(EntityTypeBuilder<DefaultChart> chart)
    {
        chart.HasKey(c => new { c.OrganisationId, c.Version });
        chart.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        chart.Property(c => c.CreatedBy).HasMaxLength(256);
        chart.OwnsMany(c => c.Rows, row =>
        {
            row.ToTable("DefaultChartRows");
            row.WithOwner().HasForeignKey("OrganisationId", "Version");
            row.HasKey("OrganisationId", "Version", nameof(MappingRow.Key));
            row.Property(r => r.Key).ValueGeneratedNever();
        });
    }
}

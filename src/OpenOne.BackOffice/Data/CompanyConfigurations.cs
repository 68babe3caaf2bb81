using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.Domain.Mapping;

namespace OpenOne.BackOffice.Data;

internal sealed class CompanyConfiguration : IEntityTypeConfiguration<Company>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.HasOne<Organisation>().WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        company.HasIndex(c => new { c.OrganisationId, c.OrganisationNumber }).IsUnique();
        company.Property(c => c.Name).HasMaxLength(100);
        company.Property(c => c.Revision).IsConcurrencyToken();

        // What companies that were there before the choice was have chosen.
        company.Property(c => c.WhenUnmapped).HasDefaultValue(WhenUnmapped.HoldDay);
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation) =>
        organisation.Property(o => o.Name).HasMaxLength(100);
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(m => new { m.UserId, m.OrganisationId });
        membership.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
        membership.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId);
    }
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> user) => user.Property(u => u.DisplayName).HasMaxLength(100);
}

internal sealed class CashRegisterConfiguration : IEntityTypeConfiguration<CashRegister>
{
    public void Configure(EntityTypeBuilder<CashRegister> register)
    {
        register.HasKey(r => new { r.CompanyId, r.Designation });
        register.HasOne<Company>().WithMany().HasForeignKey(r => r.CompanyId).OnDelete(DeleteBehavior.Restrict);
        register.Property(r => r.Designation).HasMaxLength(16);

        // The store's company is part of the key, so that a register cannot stand in another company's store.
        register.HasOne<Store>().WithMany().HasForeignKey(r => new { r.CompanyId, r.StoreId })
            .HasPrincipalKey(s => new { s.CompanyId, s.Id }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.HasOne<Company>().WithMany().HasForeignKey(k => k.CompanyId).OnDelete(DeleteBehavior.Restrict);
        key.HasIndex(k => k.Hash).IsUnique();
        key.Property(k => k.Register).HasMaxLength(16);
        key.Property(k => k.Hint).HasMaxLength(16);
    }
}

internal sealed class StoreConfiguration : IEntityTypeConfiguration<Store>
{
    public void Configure(EntityTypeBuilder<Store> store)
    {
        store.HasOne<Company>().WithMany().HasForeignKey(s => s.CompanyId).OnDelete(DeleteBehavior.Restrict);
        store.HasIndex(s => new { s.CompanyId, s.Name }).IsUnique();
        store.Property(s => s.Name).HasMaxLength(100);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Companies;

namespace OpenOne.BackOffice.Data;

internal sealed class BooksYearConfiguration : IEntityTypeConfiguration<BooksYear>
{
    public void Configure(EntityTypeBuilder<BooksYear> year)
    {
        year.ToTable("BooksYears", table => table.HasCheckConstraint("ck_books_years_in_order", "first_day <= last_day"));
        year.HasKey(y => new { y.CompanyId, y.Id });
        year.HasOne<Company>().WithMany().HasForeignKey(y => y.CompanyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BooksAccountConfiguration : IEntityTypeConfiguration<BooksAccount>
{
    public void Configure(EntityTypeBuilder<BooksAccount> account)
    {
        account.ToTable("BooksAccounts");
        account.HasKey(a => new { a.CompanyId, a.YearId, a.Number });
        account.HasOne<BooksYear>().WithMany().HasForeignKey(a => new { a.CompanyId, a.YearId }).OnDelete(DeleteBehavior.Cascade);
        account.Property(a => a.Name).HasMaxLength(100);
    }
}

internal sealed class BooksVatCodeConfiguration : IEntityTypeConfiguration<BooksVatCode>
{
    public void Configure(EntityTypeBuilder<BooksVatCode> code)
    {
        code.ToTable("BooksVatCodes");
        code.HasKey(c => new { c.CompanyId, c.Id });
        code.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
        code.Property(c => c.Code).HasMaxLength(50);
        code.Property(c => c.Description).HasMaxLength(200);
    }
}

internal sealed class BooksCostCentreGroupConfiguration : IEntityTypeConfiguration<BooksCostCentreGroup>
{
    public void Configure(EntityTypeBuilder<BooksCostCentreGroup> group)
    {
        group.ToTable("BooksCostCentreGroups");
        group.HasKey(g => new { g.CompanyId, g.Id });
        group.HasOne<Company>().WithMany().HasForeignKey(g => g.CompanyId).OnDelete(DeleteBehavior.Restrict);
        group.Property(g => g.Name).HasMaxLength(50);
    }
}

internal sealed class BooksCostCentreConfiguration : IEntityTypeConfiguration<BooksCostCentre>
{
    public void Configure(EntityTypeBuilder<BooksCostCentre> item)
    {
        item.ToTable("BooksCostCentres");
        item.HasKey(i => new { i.CompanyId, i.Id });
        item.HasOne<BooksCostCentreGroup>().WithMany().HasForeignKey(i => new { i.CompanyId, i.GroupId }).OnDelete(DeleteBehavior.Cascade);
        item.Property(i => i.ShortName).HasMaxLength(20);
        item.Property(i => i.Name).HasMaxLength(50);
    }
}

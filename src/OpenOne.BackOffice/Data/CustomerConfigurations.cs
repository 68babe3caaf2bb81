using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Customers;
using OpenOne.Domain.Customers;

namespace OpenOne.BackOffice.Data;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("Customers");
        customer.HasKey(c => new { c.CompanyId, c.SpirisId });
        customer.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
        customer.Property(c => c.SpirisId).HasMaxLength(40);

        // As long as Spiris lets them be, and no limit of ours on what somebody there has written.
        customer.Property(c => c.SearchText).HasMaxLength(2000);

        // Holds all that a search looks at, so that a row is read only when it is found.
        customer.HasIndex(c => new { c.CompanyId, c.SortName, c.SpirisId, c.State, c.SearchText });
        customer.HasIndex(c => new { c.CompanyId, c.ChangedAt, c.SpirisId });
        customer.HasIndex(c => new { c.CompanyId, c.Identity });
        customer.HasIndex(c => new { c.CompanyId, c.CustomerNumber });
    }
}

internal sealed class CustomerBookConfiguration : IEntityTypeConfiguration<CustomerBook>
{
    public void Configure(EntityTypeBuilder<CustomerBook> book)
    {
        book.ToTable("CustomerBooks");
        book.HasKey(b => b.CompanyId);
        book.HasOne<Company>().WithOne().HasForeignKey<CustomerBook>(b => b.CompanyId).OnDelete(DeleteBehavior.Restrict);
        book.Property(b => b.Revision).IsConcurrencyToken();
    }
}

internal sealed class CustomerCreationConfiguration : IEntityTypeConfiguration<CustomerCreation>
{
    private const string StillCounts = "state NOT IN ('Refused', 'Ended')";

    public void Configure(EntityTypeBuilder<CustomerCreation> creation)
    {
        creation.ToTable("CustomerCreations", table =>
        {
            table.HasCheckConstraint("ck_customer_creations_created_has_customer", "state NOT IN ('Created', 'Ended') OR customer_id IS NOT NULL");
            table.HasCheckConstraint("ck_customer_creations_sent_has_body", "state NOT IN ('InFlight', 'Uncertain') OR (attempts > 0 AND body IS NOT NULL)");
            table.HasCheckConstraint("ck_customer_creations_due_iff_open", "(due_at IS NULL) = (state IN ('Created', 'Refused', 'Ended'))");
        });
        creation.HasKey(c => c.Id);
        creation.HasOne<Company>().WithMany().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.Restrict);
        creation.ComplexProperty(c => c.Customer, customer =>
        {
            customer.Property(c => c.CustomerNumber).HasColumnName("wanted_number").HasMaxLength(16);
            customer.Property(c => c.Name).HasMaxLength(50);
            customer.Property(c => c.OrganisationNumber).HasMaxLength(20);
            customer.Property(c => c.Email).HasMaxLength(255);
            customer.Property(c => c.Address).HasMaxLength(50);
            customer.Property(c => c.PostalCode).HasMaxLength(10);
            customer.Property(c => c.City).HasMaxLength(50);
            customer.Property(c => c.CountryCode).HasMaxLength(2);
            customer.Ignore(c => c.Identity);
        });
        creation.Property(c => c.ContentHash).HasMaxLength(64);
        creation.Property(c => c.CustomerNumber).HasMaxLength(16);
        creation.Property(c => c.Identity).HasMaxLength(30);
        creation.Property(c => c.CustomerId).HasMaxLength(40);
        creation.Property(c => c.Revision).IsConcurrencyToken();
        creation.Property<long>(CreationClaims.LeasedUntil);

        // However many tills want it at once, and on however many nodes.
        creation.HasIndex(c => new { c.CompanyId, c.ContentHash }).IsUnique().HasFilter(StillCounts);
        creation.HasIndex(c => new { c.CompanyId, c.CustomerNumber }).IsUnique().HasFilter($"customer_number IS NOT NULL AND {StillCounts}");
        creation.HasIndex(c => new { c.CompanyId, c.Identity }).IsUnique().HasFilter($"identity IS NOT NULL AND {StillCounts}");
        creation.HasIndex(c => c.DueAt);
    }
}

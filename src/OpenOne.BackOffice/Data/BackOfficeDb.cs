using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using OpenOne.BackOffice.Backfills;
using OpenOne.BackOffice.Books;
using OpenOne.BackOffice.Closings;
using OpenOne.BackOffice.Companies;
using OpenOne.BackOffice.Connections;
using OpenOne.BackOffice.Corrections;
using OpenOne.BackOffice.Customers;
using OpenOne.BackOffice.Decisions;
using OpenOne.BackOffice.Delivery;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Invoices;
using OpenOne.BackOffice.Mail;
using OpenOne.BackOffice.Mapping;
using OpenOne.BackOffice.Outside;
using OpenOne.BackOffice.Readiness;
using OpenOne.BackOffice.Settling;
using OpenOne.BackOffice.Sweeps;
using OpenOne.Domain;
using OpenOne.Domain.Accounting;
using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;
using OpenOne.Domain.Invoicing;
using OpenOne.Domain.Mapping;
using OpenOne.Domain.Outside;

namespace OpenOne.BackOffice.Data;

/// <summary>Everything BackOffice remembers: in a file of SQLite, or as <see cref="Postgres.PostgresDb"/>.</summary>
/// <remarks>Reads for pages go through <see cref="OfOrganisation"/>, so that no query can forget whose data it asks for. A change
/// of the model needs a migration for each of the two stores: <c>tools/add-migration.sh</c> makes both.</remarks>
public class BackOfficeDb : IdentityUserContext<User, Guid>
{
    /// <summary>A file of SQLite.</summary>
    public BackOfficeDb(DbContextOptions<BackOfficeDb> options)
        : base(options)
    {
    }

    /// <summary>Another store.</summary>
    protected BackOfficeDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Customers' accounts.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Who belongs to which organisation.</summary>
    public DbSet<Membership> Memberships => Set<Membership>();

    /// <summary>Legal entities.</summary>
    public DbSet<Company> Companies => Set<Company>();

    /// <summary>Cash registers.</summary>
    public DbSet<CashRegister> Registers => Set<CashRegister>();

    /// <summary>Places of business.</summary>
    public DbSet<Store> Stores => Set<Store>();

    /// <summary>Keys of points of sale.</summary>
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <summary>Closings as they came.</summary>
    public DbSet<ReceivedClosing> Closings => Set<ReceivedClosing>();

    /// <summary>Other documents for closings that had already come.</summary>
    public DbSet<ConflictingClosing> ConflictingClosings => Set<ConflictingClosing>();

    /// <summary>The way of each closing into the books.</summary>
    public DbSet<VoucherDelivery> Deliveries => Set<VoucherDelivery>();

    /// <summary>Every sending, written down before it was made.</summary>
    public DbSet<Attempt> Attempts => Set<Attempt>();

    /// <summary>Every voucher that was sent.</summary>
    public DbSet<StoredVoucher> Vouchers => Set<StoredVoucher>();

    /// <summary>Vouchers that correct a day, as people have asked for them.</summary>
    public DbSet<PlannedVoucher> PlannedVouchers => Set<PlannedVoucher>();

    /// <summary>History that was let go into the books.</summary>
    public DbSet<Backfill> Backfills => Set<Backfill>();

    /// <summary>Who may work on which company's deliveries.</summary>
    public DbSet<LaneRow> Lanes => Set<LaneRow>();

    /// <summary>Vouchers of ours that were seen in the books and belong to no closing here.</summary>
    public DbSet<SightedVoucherRow> SightedVouchers => Set<SightedVoucherRow>();

    /// <summary>What the registers have spoken of that may need an account.</summary>
    public DbSet<SeenKey> SeenKeys => Set<SeenKey>();

    /// <summary>Account mappings, version by version.</summary>
    public DbSet<MappingVersion> Mappings => Set<MappingVersion>();

    /// <summary>Organisations' default charts, version by version.</summary>
    public DbSet<DefaultChart> DefaultCharts => Set<DefaultChart>();

    /// <summary>Accesses to Spiris.</summary>
    public DbSet<Connection> Connections => Set<Connection>();

    /// <summary>Authorisations that were begun.</summary>
    public DbSet<AuthorisationRequest> AuthorisationRequests => Set<AuthorisationRequest>();

    /// <summary>Every sweep of the books.</summary>
    public DbSet<Sweep> Sweeps => Set<Sweep>();

    /// <summary>What the sweeps have found.</summary>
    public DbSet<SweepFinding> SweepFindings => Set<SweepFinding>();

    /// <summary>What people have decided.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>Vouchers that others have made, as they stood in the books when they were seen.</summary>
    public DbSet<OutsideVoucherRow> OutsideVouchers => Set<OutsideVoucherRow>();

    /// <summary>Which of those a person has looked at and put aside.</summary>
    public DbSet<OutsideDismissal> OutsideDismissals => Set<OutsideDismissal>();

    /// <summary>Customers of companies, as we last read them from Spiris.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>How far each company's customers have been read.</summary>
    public DbSet<CustomerBook> CustomerBooks => Set<CustomerBook>();

    /// <summary>Customers that tills have asked for.</summary>
    public DbSet<CustomerCreation> CustomerCreations => Set<CustomerCreation>();

    /// <summary>What has become of invoices and orders, as last read.</summary>
    public DbSet<Settlement> Settlements => Set<Settlement>();

    /// <summary>When that was read, and is to be read next.</summary>
    public DbSet<SettlingBook> SettlingBooks => Set<SettlingBook>();

    /// <summary>SIE files that were made of closings.</summary>
    public DbSet<SieExport> Exports => Set<SieExport>();

    /// <summary>Which closings each of them has taken.</summary>
    public DbSet<ExportedClosing> ExportedClosings => Set<ExportedClosing>();

    /// <summary>The vouchers in them.</summary>
    public DbSet<ExportedVoucher> ExportedVouchers => Set<ExportedVoucher>();

    /// <summary>Exports that go by e-mail unasked.</summary>
    public DbSet<ExportSchedule> ExportSchedules => Set<ExportSchedule>();

    /// <summary>The e-mails that carry exports.</summary>
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>Which of them were released, because their file was not imported.</summary>
    public DbSet<ExportRelease> ExportReleases => Set<ExportRelease>();

    /// <summary>Fiscal years of the companies' books, as last read.</summary>
    public DbSet<BooksYear> BooksYears => Set<BooksYear>();

    /// <summary>Charts of accounts, year by year, as last read.</summary>
    public DbSet<BooksAccount> BooksAccounts => Set<BooksAccount>();

    /// <summary>VAT codes, as last read.</summary>
    public DbSet<BooksVatCode> BooksVatCodes => Set<BooksVatCode>();

    /// <summary>Groups of cost centres, as last read.</summary>
    public DbSet<BooksCostCentreGroup> BooksCostCentreGroups => Set<BooksCostCentreGroup>();

    /// <summary>Cost centres, as last read.</summary>
    public DbSet<BooksCostCentre> BooksCostCentres => Set<BooksCostCentre>();

    /// <summary>What was last read of books as a whole.</summary>
    public DbSet<BooksProfile> BooksProfiles => Set<BooksProfile>();

    /// <summary>Whether each company is ready to send, as last checked.</summary>
    public DbSet<CompanyReadiness> Readiness => Set<CompanyReadiness>();

    /// <summary>Every report that differed from the one before it.</summary>
    public DbSet<ReadinessHistoryEntry> ReadinessHistory => Set<ReadinessHistoryEntry>();
    /// <summary>Receipts that were to be invoiced, as they came.</summary>
    public DbSet<ReceivedReceipt> Receipts => Set<ReceivedReceipt>();

    /// <summary>The way of each of them to its invoice or order.</summary>
    public DbSet<InvoiceDelivery> InvoiceDeliveries => Set<InvoiceDelivery>();

    /// <summary>Every sending for one of them, written down before it was made.</summary>
    public DbSet<InvoiceAttempt> InvoiceAttempts => Set<InvoiceAttempt>();

    /// <summary>Who may make invoices of which company.</summary>
    public DbSet<InvoiceLaneRow> InvoiceLanes => Set<InvoiceLaneRow>();

    /// <summary>Articles of ours that stand in Spiris.</summary>
    public DbSet<KnownArticle> KnownArticles => Set<KnownArticle>();

    /// <summary>The companies of one organisation: where every query for a page begins.</summary>
    public IQueryable<Company> OfOrganisation(Guid organisationId) =>
        Companies.Where(company => company.OrganisationId == organisationId);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BackOfficeDb).Assembly);
        SnakeCase.Apply(builder);
        TextOrder.Apply(builder);
    }

    /// <summary>Every value type is taught to the database once, here, and never again per property.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<OreConverter>();
        configurationBuilder.Properties<OrganisationNumber>().HaveConversion<OrganisationNumberConverter>().HaveMaxLength(10);
        configurationBuilder.Properties<AccountNumber>().HaveConversion<AccountNumberConverter>();
        configurationBuilder.Properties<VoucherSeries>().HaveConversion<VoucherSeriesConverter>().HaveMaxLength(4);
        configurationBuilder.Properties<VoucherKey>().HaveConversion<VoucherKeyConverter>().HaveMaxLength(12);
        configurationBuilder.Properties<VoucherFingerprint>().HaveConversion<VoucherFingerprintConverter>().HaveMaxLength(64);
        configurationBuilder.Properties<MappingKey>().HaveConversion<MappingKeyConverter>().HaveMaxLength(100);
        configurationBuilder.Properties<CostCentreSubject>().HaveConversion<CostCentreSubjectConverter>().HaveMaxLength(120);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<ImmutableArray<Reason>>().HaveConversion<ReasonsConverter, ReasonsComparer>();
        configurationBuilder.Properties<ImmutableArray<PostedVoucher>>()
            .HaveConversion<PostedVouchersConverter, PostedVouchersComparer>();
        configurationBuilder.Properties<ImmutableArray<MappingKey>>().HaveConversion<MappingKeysConverter, MappingKeysComparer>();
        configurationBuilder.Properties<ImmutableArray<OutsideRow>>().HaveConversion<OutsideRowsConverter, OutsideRowsComparer>();
        configurationBuilder.Properties<ImmutableArray<VoucherRow>>().HaveConversion<VoucherRowsConverter, VoucherRowsComparer>();
    }
}

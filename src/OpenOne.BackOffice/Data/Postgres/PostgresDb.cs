using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using OpenOne.BackOffice.Cluster;
using ClusterMember = OpenOne.BackOffice.Cluster.ClusterMember;

namespace OpenOne.BackOffice.Data.Postgres;

/// <summary>The same in PostgreSQL, for as many servers as there are.</summary>
/// <remarks>A type of its own, because migrations belong to a type. Text is compared byte by byte and may have any length, as in
/// SQLite, so that nothing is refused by one store that the other takes.</remarks>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : BackOfficeDb(options), IDataProtectionKeyContext
{
    /// <summary>The keys of sign-in cookies and forms, which all servers share. Sealed.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>What all servers must agree on.</summary>
    public DbSet<Installation> Installations => Set<Installation>();

    /// <summary>What only PostgreSQL has, because only several servers need it.</summary>
    internal static IReadOnlySet<Type> OfClusters { get; } = new HashSet<Type>
    {
        typeof(DataProtectionKey), typeof(Installation), typeof(ClusterMember), typeof(ClusterVersion), typeof(QuotaHolding), typeof(Chore),
    };

    /// <summary>Opens the connection and keeps it open.</summary>
    internal NpgsqlConnection Open()
    {
        Database.OpenConnection();
        return (NpgsqlConnection)Database.GetDbConnection();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.Entity<Installation>(installation =>
        {
            installation.ToTable("Installations", table => table.HasCheckConstraint("ck_installations_one", "id = 1"));
            installation.Property(row => row.Id).ValueGeneratedNever();
        });
        builder.Entity<ClusterMember>().ToTable("ClusterMembers").HasKey(member => new { member.Cluster, member.Address });
        builder.Entity<ClusterVersion>().ToTable("ClusterVersions").HasKey(version => version.Cluster);
        builder.Entity<QuotaHolding>().ToTable("QuotaHoldings").HasKey(holding => new { holding.Quota, holding.Node });
        builder.Entity<Chore>().ToTable("Chores").HasKey(chore => chore.Name);
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(Properties).Where(IsText))
        {
            property.SetCollation("C");
            property.SetMaxLength(null);
        }
    }

    private static IEnumerable<IMutableProperty> Properties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));

    private static bool IsText(IMutableProperty property) => typeof(string)
        == (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType);
}

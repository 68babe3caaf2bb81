using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Data;

/// <summary>Where everything is kept. Section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>Which kind of database.</summary>
    /// <value><see cref="StorageProvider.Sqlite"/>: a file in the data folder, and nothing else to install.</value>
    [EnumDataType(typeof(StorageProvider))]
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>How to reach PostgreSQL, such as <c>Host=db;Database=openone;Username=openone;Password=…</c>.</summary>
    /// <value>None. To be given by environment or a secret store, since it holds a password.</value>
    public string? ConnectionString { get; init; }

    /// <summary>How long a server that starts waits for a database that cannot be reached, before it gives up.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is StorageProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                "Storage:ConnectionString is needed when Storage:Provider is PostgreSql.", [nameof(ConnectionString)]);
        }
        else if (Provider is StorageProvider.Sqlite && ConnectionString is not null)
        {
            yield return new ValidationResult(
                "Storage:ConnectionString is for PostgreSQL: set Storage:Provider to PostgreSql as well, or leave it out.",
                [nameof(ConnectionString)]);
        }
    }
}

/// <summary>A kind of database.</summary>
public enum StorageProvider
{
    /// <summary>A file, for one server.</summary>
    Sqlite = 1,

    /// <summary>A database server, for as many of ours as are needed.</summary>
    PostgreSql = 2,
}

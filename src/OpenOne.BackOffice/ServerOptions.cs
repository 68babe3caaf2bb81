using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice;

/// <summary>What an installation decides for the server as a whole. The root of the configuration.</summary>
public sealed class ServerOptions : IValidatableObject
{
    /// <summary>The folder of the database and of the keys that this installation makes for itself.</summary>
    /// <value><c>data</c>, below the working folder.</value>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>The address that browsers reach the server at; Spiris sends users back there.</summary>
    /// <value>None. Needed as soon as anybody reaches the server from another machine; on this machine the address in the
    /// browser will do.</value>
    public Uri? PublicAddress { get; init; }

    /// <summary>The database's file.</summary>
    internal string DatabaseFile => Path.Combine(DataDirectory, "backoffice.db");

    /// <summary>Where Spiris sends users back to. It must be registered there, letter by letter.</summary>
    /// <exception cref="InvalidOperationException">No public address is configured and the request comes from elsewhere, so
    /// the only address we have is one that a stranger has written.</exception>
    internal Uri SpirisCallbackFor(HttpRequest request)
    {
        var own = new Uri($"{request.Scheme}://{request.Host}");
        var address = PublicAddress ?? (own.IsLoopback ? own : throw new InvalidOperationException(
            "Configure PublicAddress, the address that browsers reach this server at."));
        return new Uri(address, Connections.SpirisCallback.Path);
    }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicAddress is { IsAbsoluteUri: false })
        {
            yield return new ValidationResult("PublicAddress must be a whole address, such as https://backoffice.example.", [nameof(PublicAddress)]);
        }
    }
}

using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice;

/// <summary>What an installation decides for the server as a whole. The root of the configuration.</summary>
public sealed class ServerOptions
{
    /// <summary>The folder of the database and of the keys that this installation makes for itself.</summary>
    /// <value><c>data</c>, below the working folder.</value>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>The address that browsers reach the server at; Spiris sends users back there.</summary>
    /// <value>http://localhost:5080.</value>
    [Required]
    public Uri PublicAddress { get; init; } = new("http://localhost:5080");

    /// <summary>Where Spiris sends users back to. It must be registered there, letter by letter.</summary>
    internal Uri SpirisCallback => new(PublicAddress, Connections.SpirisCallback.Path);

    /// <summary>The database's file.</summary>
    internal string DatabaseFile => Path.Combine(DataDirectory, "backoffice.db");


}

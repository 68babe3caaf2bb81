using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenOne.Cli.Demo;

/// <summary>The running demo, written down for whoever goes on from there.</summary>
/// <param name="BackOffice">Address of BackOffice.</param>
/// <param name="Sandbox">Address of the accounting system's stand-in.</param>
internal sealed record DemoFile(string BackOffice, string Sandbox, SignIn SignIn, IReadOnlyList<DemoCompany> Companies)
{
    /// <summary>Where it is, seen from the project's directory.</summary>
    public const string RelativePath = "artifacts/demo.json";

    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads it; <c>null</c> where there is none, or it is not one.</summary>
    public static DemoFile? Read(string directory)
    {
        try
        {
            var content = File.ReadAllBytes(Path.Combine(directory, RelativePath));
            return JsonSerializer.Deserialize<DemoFile>(content, Layout);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            // Only a convenience: without it the caller asks for the key.
            return null;
        }
    }

    /// <summary>Writes it, readable by its owner only: it holds keys.</summary>
    public void Write(string directory)
    {
        var path = Path.Combine(directory, RelativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, creation);
        JsonSerializer.Serialize(file, this, Layout);
    }

    /// <summary>The key of the company with an organisation number, if the server is this demo's.</summary>
    public string? ApiKeyOf(string? organisationNumber, Uri server) =>
        Uri.TryCreate(BackOffice, UriKind.Absolute, out var ours) && ours.Authority == server.Authority
            ? Companies.FirstOrDefault(company => company.OrganisationNumber == organisationNumber)?.ApiKey
            : null;
}

/// <summary>Who signs in to the demo.</summary>
internal sealed record SignIn(string Email, string Password);

/// <summary>A company of the demo, and the key that its registers post closings with.</summary>
internal sealed record DemoCompany(string OrganisationNumber, string Name, string ApiKey);

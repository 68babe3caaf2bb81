namespace OpenOne.BackOffice.Exports;

/// <summary>SIE export.</summary>
internal static class ExportsSetup
{
    public static void AddExports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Exporting>();
        builder.Services.AddSingleton<ReleaseExport>();
    }
}

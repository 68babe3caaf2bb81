namespace OpenOne.BackOffice.Mapping;

/// <summary>What mapping needs.</summary>
internal static class MappingSetup
{
    public static void AddMapping(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MappingChange>();
        builder.Services.AddSingleton<DefaultChartChange>();
    }
}

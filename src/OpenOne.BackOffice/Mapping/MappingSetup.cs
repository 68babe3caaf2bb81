using OpenOne.BackOffice.Books;

namespace OpenOne.BackOffice.Mapping;

/// <summary>What mapping needs.</summary>
internal static class MappingSetup
{
    public static void AddMapping(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MappingChange>();
        builder.Services.AddSingleton<DefaultChartChange>();
        builder.Services.AddSingleton<MappingAddition>();
        builder.Services.AddSingleton<UnmappedKeys>();
        builder.Services.AddSingleton<ChartChange>();
    }
}

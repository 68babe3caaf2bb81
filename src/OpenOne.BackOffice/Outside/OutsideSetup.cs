namespace OpenOne.BackOffice.Outside;

/// <summary>Duplicates from outside.</summary>
internal static class OutsideSetup
{
    public static void AddOutside(this WebApplicationBuilder builder) => builder.Services.AddSingleton<OutsideLook>();
}

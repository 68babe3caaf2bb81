using OpenOne.BackOffice.Backfills;

namespace OpenOne.BackOffice.Corrections;

/// <summary>What is booked of days that have been: corrections, and history that was let go.</summary>
internal static class CorrectionsSetup
{
    public static void AddCorrections(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CompanyBooks>();
        builder.Services.AddSingleton<SuspenseBooking>();
        builder.Services.AddSingleton<BackfillControl>();
    }
}

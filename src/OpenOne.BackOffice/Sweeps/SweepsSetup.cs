using OpenOne.BackOffice.Decisions;

namespace OpenOne.BackOffice.Sweeps;

/// <summary>The sweeps, the worker that makes them, and what people decide about what they find.</summary>
internal static class SweepsSetup
{
    public static void AddSweeps(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SweepOptions>().BindConfiguration("Sweep").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SweepDesk>();
        builder.Services.AddSingleton<BooksSweep>();
        builder.Services.AddHostedService<SweepWorker>();
        builder.Services.AddSingleton<VoucherDecisions>();
        builder.Services.AddSingleton<VoucherApprovals>();
    }
}

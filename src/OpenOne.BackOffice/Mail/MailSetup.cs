using OpenOne.BackOffice.Exports;

namespace OpenOne.BackOffice.Mail;

/// <summary>E-mail.</summary>
internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SmtpOptions>().BindConfiguration("Smtp").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<SmtpPost>();
        builder.Services.AddHostedService<MailWorker>();
        builder.Services.AddHostedService<ExportScheduleWorker>();
    }
}

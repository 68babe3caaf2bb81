using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using OpenOne.BackOffice.Exports;

namespace OpenOne.BackOffice.Mail;

/// <summary>Hands e-mails to the server.</summary>
internal sealed class SmtpPost(IOptions<SmtpOptions> options)
{
    /// <summary>Hands one over.</summary>
    /// <returns>What went wrong; <see langword="null"/> when the server has taken it.</returns>
    public async Task<string?> HandOverAsync(OutgoingMail mail, SieExport export, CancellationToken cancellation)
    {
        using var message = Write(mail, export);
        using var client = new SmtpClient { Timeout = (int)options.Value.Timeout.TotalMilliseconds };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(options.Value.Timeout);
        try
        {
            await client.ConnectAsync(options.Value.Host!, options.Value.Port, SecurityOf(options.Value.Security), late.Token);
            if (options.Value.User is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, options.Value.Password!, late.Token);
            }

            await client.SendAsync(message, late.Token);
            await client.DisconnectAsync(quit: true, late.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "The mail server took too long.";
        }
        catch (Exception failure) when (failure is SocketException or IOException or SslHandshakeException or ProtocolException
            or CommandException or AuthenticationException or NotSupportedException)
        {
            return failure.Message;
        }
    }

    // That host and sender are set, and a password where there is a user, is looked at when the server starts.
    private MimeMessage Write(OutgoingMail mail, SieExport export)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = $"{mail.Id:N}@openone.backoffice" };
        message.From.Add(MailboxAddress.Parse(options.Value.From!));
        message.To.AddRange(InternetAddressList.Parse(mail.Recipients));
        var body = new BodyBuilder { TextBody = mail.Body };

        // As bytes: a mail program that took it for text could change them.
        body.Attachments.Add(export.FileName, export.File, new ContentType("application", "octet-stream"));
        message.Body = body.ToMessageBody();
        return message;
    }

    private static SecureSocketOptions SecurityOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}

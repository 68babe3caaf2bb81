using System.ComponentModel.DataAnnotations;
using MimeKit;

namespace OpenOne.BackOffice.Mail;

/// <summary>The server that e-mail goes out by. Section <c>Smtp</c>. Without a host no e-mail is sent, and pages say so.</summary>
public sealed class SmtpOptions : IValidatableObject
{
    /// <summary>Its name.</summary>
    public string? Host { get; init; }

    /// <summary>Its port.</summary>
    /// <value>587, the port for handing in mail (RFC 6409).</value>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is kept from others.</summary>
    /// <value><see cref="SmtpSecurity.StartTls"/>: a server that does not offer it is told nothing.</value>
    [EnumDataType(typeof(SmtpSecurity))]
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Who signs in there; nobody when not set.</summary>
    public string? User { get; init; }

    /// <summary>The password.</summary>
    public string? Password { get; init; }

    /// <summary>Whom the e-mail is from.</summary>
    public string? From { get; init; }

    /// <summary>How long one try may last.</summary>
    /// <value>30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often to look whether something is to be sent.</summary>
    /// <value>15 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The delay after the first failure; it doubles up to six hours.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "01:00:00")]
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After how many tries an e-mail is given up, and said to be.</summary>
    /// <value>20: about four days.</value>
    [Range(1, 1000)]
    public int MaxTries { get; init; } = 20;

    /// <summary>Whether e-mail can be sent at all.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSet)
        {
            yield break;
        }

        if (!MailboxAddress.TryParse(From ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            yield return new ValidationResult("Smtp:From must be an e-mail address when Smtp:Host is set.", [nameof(From)]);
        }

        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("Smtp:User and Smtp:Password are set together or not at all.", [nameof(User), nameof(Password)]);
        }

        if (!string.IsNullOrEmpty(User) && Security is SmtpSecurity.None)
        {
            yield return new ValidationResult("Smtp:Security None would send the password in the clear: choose StartTls or Tls.", [nameof(Security)]);
        }
    }
}

/// <summary>How a connection to the mail server is kept from others.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a server on the same machine.</summary>
    None = 1,

    /// <summary>Turned to TLS after the greeting, or not used.</summary>
    StartTls = 2,

    /// <summary>TLS from the first byte.</summary>
    Tls = 3,
}

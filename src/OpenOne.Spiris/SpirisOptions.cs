using System.ComponentModel.DataAnnotations;

namespace OpenOne.Spiris;

/// <summary>Where Spiris is, who we are there, and how long we wait for it.</summary>
/// <remarks>The same hosts serve real companies and Spiris' own sandbox companies; our SpirisSandbox takes the place of
/// both. Source: developer.vismaonline.com, environments.</remarks>
public sealed class SpirisOptions : IValidatableObject
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Spiris";

    /// <summary>The identity server, without <c>/connect</c>.</summary>
    /// <value>https://identity.vismaonline.com. Plain http is allowed on this machine only.</value>
    [Required]
    public Uri Identity { get; init; } = new("https://identity.vismaonline.com");

    /// <summary>The API's host, without <c>/v2</c>.</summary>
    /// <value>https://eaccountingapi.vismaonline.com. Plain http is allowed on this machine only.</value>
    [Required]
    public Uri Api { get; init; } = new("https://eaccountingapi.vismaonline.com");

    /// <summary>The client id that Spiris gave us.</summary>
    [Required]
    public string ClientId { get; init; } = "";

    /// <summary>The client secret that Spiris gave us. It is never logged.</summary>
    [Required]
    public string ClientSecret { get; init; } = "";

    /// <summary>How long a connection may take to open, name look-up and TLS included.</summary>
    /// <value>10 seconds. Nothing has been sent when it runs out, so a voucher is simply tried again.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one call may take in all, from opening the connection to the last byte of the
    /// answer.</summary>
    /// <value>60 seconds. A lane cancels earlier when its lease runs out earlier.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a connection may lie idle and still be used for the next call.</summary>
    /// <value>15 seconds: well inside what servers and load balancers keep. A voucher sent into a connection that the
    /// other end has just closed is not lost, but it has to be searched for.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan IdleConnectionLifetime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many requests a minute one endpoint takes from us. All companies share them.</summary>
    /// <value>600. Source: developer.vismaonline.com, rate limits ("per client and endpoint").</value>
    [Range(10, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 600;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (address, name) in new[] { (Identity, nameof(Identity)), (Api, nameof(Api)) })
        {
            if (!IsPrivate(address))
            {
                yield return new($"{Section}:{name} must be an https address, or http on this machine.", [name]);
            }
        }
    }

    /// <summary>Everything but the secret.</summary>
    public override string ToString() => $"{ClientId} at {Api}, identity {Identity}";

    private static bool IsPrivate(Uri? address) => address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

using System.ComponentModel.DataAnnotations;
using OpenOne.Domain.Delivery;

namespace OpenOne.BackOffice.Delivery;

/// <summary>The pace of delivery. Section <c>Delivery</c>.</summary>
/// <remarks>The three times hang together: a send may last <see cref="SendTimeout"/>, which must fit into <see cref="Lease"/>;
/// and <see cref="Quarantine"/> must be longer than a request can stay alive anywhere between us and Spiris' books.</remarks>
public sealed class DeliveryOptions : IValidatableObject
{
    /// <summary>How long one claim of a company's lane holds; after that another node may claim it.</summary>
    /// <value>30 seconds: a node that dies is replaced within that time.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one request to Spiris may last.</summary>
    /// <value>15 seconds: half the lease, so that a lease that was just renewed always suffices.</value>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:05:00")]
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Q: how long, by Spiris' clock, a voucher that a search did not find may still appear there.</summary>
    /// <value>90 seconds. How long Spiris may work on a request is not published.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Quarantine { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>The delay after the first failure; it doubles up to <see cref="MaxRetryDelay"/>.</summary>
    /// <value>5 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan FirstRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest delay between two tries.</summary>
    /// <value>15 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a voucher that Spiris refuses as things stand, such as in a locked period, waits before it is tried again unasked.</summary>
    /// <value>15 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "1.00:00:00")]
    public TimeSpan RefusedDelay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many answers to one voucher may be lost in a row, without its having arrived, before a person must look.</summary>
    /// <value>10: a quarter of an hour at least, since each is searched for until <see cref="Quarantine"/> has passed.</value>
    [Range(1, 1000)]
    public int MaxLostAnswers { get; init; } = 10;

    /// <summary>What becomes of a company's later closings while an earlier one is stopped: held, refused, or waiting for a person.</summary>
    /// <value><see cref="StoppedClosing.OthersGoOn"/>: each voucher bears its own date, and a bookkeeper is better served by all
    /// days but one than by none. Whatever is set, one that may be in the books, or is to be sent again, always holds up the others.</value>
    [EnumDataType(typeof(StoppedClosing))]
    public StoppedClosing WhenStopped { get; init; } = StoppedClosing.OthersGoOn;

    /// <summary>How many companies' lanes one process runs at the same time.</summary>
    /// <value>16.</value>
    [Range(1, 1000)]
    public int Lanes { get; init; } = 16;

    /// <summary>How often the worker looks for lanes that are due without having been told.</summary>
    /// <value>1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:05:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a company rests after its lane was held by another node, had nothing to do after all, or failed,
    /// unless something of the company changes.</summary>
    /// <value>30 seconds.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The same, as the domain takes it.</summary>
    public RetrySchedule Schedule => new(FirstRetryDelay, MaxRetryDelay, RefusedDelay, MaxLostAnswers, Quarantine);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (SendTimeout > Lease / 2)
        {
            yield return new ValidationResult(
                "Delivery:SendTimeout must be at most half of Delivery:Lease, or a send could outlive its lease.", [nameof(SendTimeout)]);
        }
    }
}

/// <summary>What a closing that is stopped means for those behind it.</summary>
public enum StoppedClosing
{
    /// <summary>They go on, so the numbers of the vouchers need not follow the days.</summary>
    OthersGoOn = 1,

    /// <summary>They wait, so the numbers of the vouchers follow the days.</summary>
    OthersWait = 2,
}

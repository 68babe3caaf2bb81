using System.ComponentModel.DataAnnotations;

namespace OpenOne.BackOffice.Customers;

/// <summary>How customers are read from Spiris and created there. Section <c>Customers</c>.</summary>
/// <remarks>How failures are repeated and how long a lost answer is doubted is as for vouchers (<c>Delivery</c>).</remarks>
public sealed class CustomerOptions : IValidatableObject
{
    /// <summary>How often the changes of a company's customers are read.</summary>
    /// <value>20 seconds: a change in Spiris is at the till within a minute even if one reading fails. A reading is one request of
    /// the 600 a minute that all companies share.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan ReadEvery { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the whole list is read, which alone shows what has been deleted.</summary>
    /// <value>One day. A thousand customers are one request.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "31.00:00:00")]
    public TimeSpan WholeEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How far each reading reaches back before the one before it, since a change may show late.</summary>
    /// <value>5 minutes.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How old the last reading may be before the customers are said not to be fresh.</summary>
    /// <value>1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one reading may last, waiting for its turn included.</summary>
    /// <value>2 minutes: 50 000 customers are 50 requests.</value>
    [Range(typeof(TimeSpan), "00:00:00.2", "01:00:00")]
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a till that creates a customer waits for the outcome before it is told that there is none yet.</summary>
    /// <value>8 seconds: a cashier has a guest before them, and the till gives up after 10.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How many companies are worked for at the same time.</summary>
    /// <value>4: who creates a customer waits behind four readings at most.</value>
    [Range(1, 100)]
    public int Workers { get; init; } = 4;

    /// <summary>How often the worker looks for what is due without having been told.</summary>
    /// <value>1 second.</value>
    [Range(typeof(TimeSpan), "00:00:00.02", "00:05:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReadEvery > FreshFor)
        {
            yield return new ValidationResult(
                "Customers:ReadEvery must not be longer than Customers:FreshFor, or they would never be fresh.", [nameof(ReadEvery)]);
        }
    }
}

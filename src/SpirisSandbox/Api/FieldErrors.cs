namespace SpirisSandbox.Api;

/// <summary>Gathers everything that is wrong with a body, so that one answer names it all.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: requiredness and lengths of each model. The texts are in the style seen in answers.
/// </remarks>
public sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public bool Any => _errors.Count > 0;

    public void Add(string field, string message) =>
        _errors.Add(new FieldError(field, "2000", message, Key: null));

    /// <summary>Refuses a text that is missing or blank, or longer than the model allows.</summary>
    public void Required(string field, string? value, int maximumLength)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(field, $"The {field} field is required.");
        }

        AtMost(field, value, maximumLength);
    }

    /// <summary>Refuses a value that is missing.</summary>
    public void Required<T>(string field, T? value)
    {
        if (value is null)
        {
            Add(field, $"The {field} field is required.");
        }
    }

    public void AtMost(string field, string? value, int maximumLength)
    {
        if (value?.Length > maximumLength)
        {
            Add(field, $"The field {field} must be a string with a maximum length of {maximumLength}.");
        }
    }

    public void Within(string field, decimal value, decimal least, decimal most)
    {
        if (value < least || value > most)
        {
            Add(field, FormattableString.Invariant($"The field {field} must be between {least} and {most}."));
        }
    }

    /// <summary>Refuses an amount with more decimals than the model allows; it is never rounded.</summary>
    public void Decimals(string field, decimal value, int most)
    {
        if (decimal.Round(value, most, MidpointRounding.ToZero) != value)
        {
            Add(field, $"The field {field} must have at most {most} decimals.");
        }
    }

    /// <summary>The refusal with everything gathered: 2000, or another code that an assumption names.</summary>
    public ApiAnswer.Refused Refusal(int code = 2000) =>
        new(ErrorCatalogue.Of(code), string.Join(" ", _errors.Select(error => error.Message)), _errors);
}

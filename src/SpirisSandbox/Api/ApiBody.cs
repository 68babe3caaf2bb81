using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using SpirisSandbox.Control;

namespace SpirisSandbox.Api;

/// <summary>A body that was read, or the refusal to answer with.</summary>
public abstract record ReadBody<TInput>
{
    private ReadBody()
    {
    }

    public sealed record Good(TInput Input) : ReadBody<TInput>;

    public sealed record Bad(ApiAnswer.Refused Refusal) : ReadBody<TInput>;
}

/// <summary>
/// What every input has: the properties nobody asked for, among them the read-only ones of the model.
/// </summary>
public abstract record ApiInput
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    /// <summary>The model whose property names a body may carry.</summary>
    internal abstract Type Model { get; }
}

/// <inheritdoc cref="ApiInput"/>
public abstract record ApiInput<TModel> : ApiInput
{
    internal override Type Model => typeof(TModel);
}

/// <summary>Reads request bodies. What cannot be read at all is refused with 2000, a bad date with 6001.</summary>
public sealed class ApiBody(SandboxOptions options, ILogger<ApiBody> log)
{
    private readonly JsonSerializerOptions _json = WireJson.For(options.Assumptions);

    public ReadBody<TInput> Read<TInput>(HttpContext context)
        where TInput : class
    {
        var body = context.Features.GetRequiredFeature<CapturedBody>().Bytes;
        try
        {
            return JsonSerializer.Deserialize<TInput>(body.Span, _json) switch
            {
                null => Bad<TInput>(ErrorCatalogue.DataModelValidationError, "A body is required."),
                ApiInput input when UnknownProperty(input) is { } name => Bad<TInput>(
                    ErrorCatalogue.DataModelValidationError, $"The model has no property {name}."),
                var input => new ReadBody<TInput>.Good(input),
            };
        }
        catch (BadDateException bad)
        {
            return Bad<TInput>(ErrorCatalogue.InvalidInput, $"{bad.Message} Path: {bad.Path}.");
        }
        catch (JsonException bad)
        {
            return Bad<TInput>(
                ErrorCatalogue.DataModelValidationError, $"The body could not be read. Path: {bad.Path}.");
        }
    }

    private string? UnknownProperty(ApiInput input)
    {
        var unknown = input.Others?.Keys.FirstOrDefault(name => input.Model.GetProperties()
            .All(property => !property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        if (unknown is not null && !options.Assumptions.StrictUnknownProperties)
        {
            log.UnknownProperty(unknown, input.Model.Name);
            return null;
        }

        return unknown;
    }

    private static ReadBody<TInput>.Bad Bad<TInput>(ErrorKind kind, string text) =>
        new(new ApiAnswer.Refused(kind, text));
}

internal static partial class ApiBodyLog
{
    [LoggerMessage(LogLevel.Information, "Ignored the property {Name}, which {Model} does not have.")]
    public static partial void UnknownProperty(this ILogger<ApiBody> log, string name, string model);
}

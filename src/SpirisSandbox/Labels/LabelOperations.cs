using SpirisSandbox.Api;
using SpirisSandbox.Sales;
using SpirisSandbox.State;

namespace SpirisSandbox.Labels;

/// <summary>A label that customers or articles are grouped by. The two kinds have the same properties.</summary>
/// <remarks>Source: OpenAPI 2026-09, ArticleLabelApi and CustomerLabelApi.</remarks>
public sealed record LabelApi(Guid Id, string Name, string? Description);

/// <summary>The body of POST and PUT of a label, and a label named in a customer or an article.</summary>
public sealed record LabelInput : ApiInput<LabelApi>
{
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }
}

/// <summary><c>/v2/customerlabels</c> and <c>/v2/articlelabels</c>.</summary>
/// <remarks>
/// Source: OpenAPI 2026-09: not in the variant Solo. Customers and articles keep a label that is deleted later.
/// </remarks>
public static class LabelOperations
{
    public static void Map(ApiRoutes v2)
    {
        Map(v2, "/customerlabels", company => company.Sales.CustomerLabels);
        Map(v2, "/articlelabels", company => company.Sales.ArticleLabels);
    }

    /// <summary>The labels a body names, by id or else by name; an unknown one is an error of the field.</summary>
    internal static IReadOnlyList<LabelApi> Resolve(
        Register<Guid, LabelApi> labels, IReadOnlyList<LabelInput?>? inputs, string field, FieldErrors errors)
    {
        var found = new List<LabelApi>();
        foreach (var input in inputs ?? [])
        {
            var label = input?.Id is { } id && id != Guid.Empty
                ? labels.Find(id)
                : labels.FirstOrDefault(label => label.Name == input?.Name);
            if (label is null)
            {
                errors.Add(field, $"The label {input?.Name ?? input?.Id?.ToString()} does not exist.");
            }
            else
            {
                found.Add(label);
            }
        }

        return found;
    }

    private static void Map(ApiRoutes v2, string path, Func<Company, Register<Guid, LabelApi>> labels)
    {
        v2.Get(path, SalesAccess.ReadLabels, call => call.List(labels(call.Company).All));
        v2.Get(path + "/{id:guid}", SalesAccess.ReadLabels, call =>
            ApiAnswer.Found(labels(call.Company).Find(call.Id("id"))));
        v2.Post<LabelInput>(path, SalesAccess.WriteLabels, (call, input) =>
            Keep(labels(call.Company), Guid.NewGuid(), input, label => new ApiAnswer.Created(label)));
        v2.Put<LabelInput>(path + "/{id:guid}", SalesAccess.WriteLabels, (call, input) =>
            labels(call.Company).Find(call.Id("id")) is { } label
                ? Keep(labels(call.Company), label.Id, input, kept => new ApiAnswer.Ok(kept))
                : ApiAnswer.Found(null));
        v2.Delete(path + "/{id:guid}", SalesAccess.WriteLabels, call =>
            ApiAnswer.Found(Remove(labels(call.Company), call.Id("id"))));
    }

    // Unlike other DELETEs, this one answers with what was taken away.
    private static LabelApi? Remove(Register<Guid, LabelApi> labels, Guid id)
    {
        var label = labels.Find(id);
        labels.Remove(id);
        return label;
    }

    private static ApiAnswer Keep(
        Register<Guid, LabelApi> labels, Guid id, LabelInput input, Func<LabelApi, ApiAnswer> answer)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.Name), input.Name, maximumLength: 50);
        errors.AtMost(nameof(input.Description), input.Description, 400);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var label = new LabelApi(id, input.Name!, input.Description);
        labels.Put(label);
        return answer(label);
    }
}

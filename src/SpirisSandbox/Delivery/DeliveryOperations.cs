using SpirisSandbox.Api;
using SpirisSandbox.Sales;

namespace SpirisSandbox.Delivery;

/// <summary>How goods get to the customer (leveranssätt).</summary>
/// <remarks>Source: OpenAPI 2026-09, DeliveryMethodApi.</remarks>
public sealed record DeliveryMethodApi(Guid Id, string Name, string? NameEnglish, string? Code);

/// <summary>Who bears risk and cost on the way (leveransvillkor).</summary>
/// <remarks>Source: OpenAPI 2026-09, DeliveryTermApi.</remarks>
public sealed record DeliveryTermApi(Guid Id, string Name, string? NameEnglish, string? Code, bool Editable);

/// <summary>The body of POST of a delivery method or term.</summary>
public sealed record DeliveryInput : ApiInput<DeliveryTermApi>
{
    public string? Name { get; init; }

    public string? NameEnglish { get; init; }

    public string? Code { get; init; }

    internal ApiAnswer.Refused? WhyNot()
    {
        var errors = new FieldErrors();
        errors.Required(nameof(Name), Name, maximumLength: 100);
        errors.AtMost(nameof(NameEnglish), NameEnglish, 200);
        errors.AtMost(nameof(Code), Code, 20);
        return errors.Any ? errors.Refusal() : null;
    }
}

/// <summary><c>/v2/deliverymethods</c> and <c>/v2/deliveryterms</c>: listed, read and, since 2024, posted.</summary>
/// <remarks>Source: OpenAPI 2026-09: POST answers 200 and takes the readonly scope too.</remarks>
public static class DeliveryOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/deliverymethods", SalesAccess.Read, call => call.List(call.Company.Sales.DeliveryMethods.All));
        v2.Get("/deliverymethods/{id:guid}", SalesAccess.Read, call =>
            ApiAnswer.Found(call.Company.Sales.DeliveryMethods.Find(call.Id("id"))));
        v2.Post<DeliveryInput>("/deliverymethods", SalesAccess.WriteWithReadonlyScope, PostMethod);
        v2.Get("/deliveryterms", SalesAccess.Read, call => call.List(call.Company.Sales.DeliveryTerms.All));
        v2.Get("/deliveryterms/{id:guid}", SalesAccess.Read, call =>
            ApiAnswer.Found(call.Company.Sales.DeliveryTerms.Find(call.Id("id"))));
        v2.Post<DeliveryInput>("/deliveryterms", SalesAccess.WriteWithReadonlyScope, PostTerm);
    }

    private static ApiAnswer PostMethod(ApiCall call, DeliveryInput input)
    {
        if (input.WhyNot() is { } refusal)
        {
            return refusal;
        }

        var method = new DeliveryMethodApi(Guid.NewGuid(), input.Name!, input.NameEnglish, input.Code);
        call.Company.Sales.DeliveryMethods.Put(method);
        return new ApiAnswer.Ok(method);
    }

    private static ApiAnswer PostTerm(ApiCall call, DeliveryInput input)
    {
        if (input.WhyNot() is { } refusal)
        {
            return refusal;
        }

        var term = new DeliveryTermApi(Guid.NewGuid(), input.Name!, input.NameEnglish, input.Code, Editable: true);
        call.Company.Sales.DeliveryTerms.Put(term);
        return new ApiAnswer.Ok(term);
    }
}

using SpirisSandbox.Api;

namespace SpirisSandbox.AppStore;

/// <summary>Whether an app says that it is up and running for the company.</summary>
/// <param name="ActivationStatus">0 inactive, 1 active.</param>
/// <param name="ClientId">The app that says so.</param>
/// <remarks>Source: Swagger 2024-05, AppStoreActivationStatusApi.</remarks>
public sealed record AppStoreActivationStatusApi(
    Guid Id, int ActivationStatus, DateTimeOffset ModifiedUtc, [property: NotOnTheWire] string ClientId);

/// <summary>The body of PUT.</summary>
public sealed record AppStoreActivationStatusInput : ApiInput<AppStoreActivationStatusApi>
{
    public int? ActivationStatus { get; init; }
}

/// <summary><c>/v2/appstore/status</c>: an app tells the app store whether it is activated.</summary>
/// <remarks>
/// Source: Swagger 2024-05: any scope reads and writes, also the read-only ones. That an app sees its own status only, and
/// none before it has told one, follows from there being no id in the address.
/// </remarks>
public static class AppStoreOperations
{
    public static void Map(ApiRoutes v2)
    {
        v2.Get("/appstore/status", Access.Anyone, call =>
            call.List(call.Company.AppStatuses.Where(status => status.ClientId == call.Grant.ClientId).ToArray()));
        v2.Put<AppStoreActivationStatusInput>("/appstore/status", Access.Anyone, Put);
    }

    private static ApiAnswer Put(ApiCall call, AppStoreActivationStatusInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.ActivationStatus), input.ActivationStatus);
        errors.Within(nameof(input.ActivationStatus), input.ActivationStatus ?? 0, 0, 1);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        var client = call.Grant.ClientId;
        var status = new AppStoreActivationStatusApi(
            call.Company.AppStatuses.Find(client)?.Id ?? Guid.NewGuid(), input.ActivationStatus!.Value, call.Now, client);
        call.Company.AppStatuses.Put(status);
        return new ApiAnswer.Ok(status);
    }
}

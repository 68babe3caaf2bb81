using SpirisSandbox.Api;
using SpirisSandbox.State;

namespace SpirisSandbox.Users;

/// <summary>A user of the company.</summary>
/// <remarks>Source: Swagger 2024-05, UserApi.</remarks>
public sealed record UserApi(
    Guid Id, string Email, string FirstName, string LastName, bool IsActive, bool IsCurrentUser, bool IsConsultant);

/// <summary><c>/v2/users</c>: who may work in the company of the token.</summary>
public static class UserOperations
{
    public static void Map(ApiRoutes v2, SandboxState state) =>
        v2.Get("/users", Access.Anyone, call => call.List(state.Users
            .Where(user => user.Companies.Contains(call.Company.Id))
            .Select(user => new UserApi(
                user.Id,
                user.Email,
                user.FirstName,
                user.LastName,
                IsActive: true,
                user.Id == call.User.Id,
                user.IsConsultant))
            .ToArray()));
}

namespace OpenOne.Spiris.Resources;

/// <summary>What an app tells Spiris of itself: whether it is activated for the company.</summary>
/// <param name="ActivationStatus">0 inactive, 1 active.</param>
/// <remarks>Source: OpenAPI 2024-05, <c>AppStoreActivationStatusApi</c>.</remarks>
internal sealed record AppStatus(int ActivationStatus);

namespace OpenOne.BackOffice.Pages.Readiness;

/// <summary>The page "Ready to send?" and the panel that leads there. What each point says stands in
/// <see cref="BackOffice.Readiness.ReadinessSentences"/>, since the API says it too.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ReadinessTexts;

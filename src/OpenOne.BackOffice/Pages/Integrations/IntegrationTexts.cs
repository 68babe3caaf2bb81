namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>Integrations, and the Spiris integration page, all but the names that the guide gives.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class IntegrationTexts;

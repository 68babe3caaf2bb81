namespace OpenOne.BackOffice.Pages.Integrations;

/// <summary>Integrations, and the Spiris integration page. The names of the guide are not here: they are the same in every language. The texts are in the .resx files beside this one.</summary>
public sealed class IntegrationTexts;

namespace OpenOne.BackOffice.Pages.Approvals;

/// <summary>The page on which vouchers are approved.</summary>
/// <remarks>The texts themselves are in the .resx files beside this one.</remarks>
public sealed class ApprovalTexts;

using SpirisSandbox.Api;

namespace SpirisSandbox.CompanySettings;

/// <summary>PUT /companysettings.</summary>
internal static class PutCompanySettings
{
    private const decimal HighestFee = 99_999;

    public static ApiAnswer Answer(ApiCall call, CompanySettingsInput input)
    {
        var errors = Check(input);
        if (errors.Any)
        {
            return errors.Refusal();
        }

        call.Company.Change(Changed(call.Company.Settings, input));
        return new ApiAnswer.Ok(CompanySettingsOperations.Shown(call));
    }

    private static FieldErrors Check(CompanySettingsInput input)
    {
        var errors = new FieldErrors();
        errors.Required(nameof(input.Name), input.Name, maximumLength: 100);
        errors.Required(nameof(input.Address1), input.Address1, maximumLength: 40);
        errors.Required(nameof(input.CountryCode), input.CountryCode, maximumLength: 2);
        errors.Required(nameof(input.PostalCode), input.PostalCode, maximumLength: 10);
        errors.Required(nameof(input.City), input.City, maximumLength: 40);
        errors.AtMost(nameof(input.Email), input.Email, 255);
        errors.AtMost(nameof(input.Phone), input.Phone, 20);
        errors.AtMost(nameof(input.MobilePhone), input.MobilePhone, 20);
        errors.AtMost(nameof(input.Address2), input.Address2, 40);
        errors.AtMost(nameof(input.Website), input.Website, 255);
        errors.AtMost(nameof(input.OurReference), input.OurReference, 100);
        errors.AtMost(nameof(input.Swish), input.Swish, 20);
        errors.Within(nameof(input.LatePaymentFee), input.LatePaymentFee ?? 0, 0, HighestFee);
        foreach (var (name, text, most) in (input.CompanyText ?? new CompanyTextsApi()).Texts)
        {
            errors.AtMost($"CompanyText.{name}", text, most);
        }

        return errors;
    }

    private static CompanySettingsApi Changed(CompanySettingsApi settings, CompanySettingsInput input) => settings with
    {
        Name = input.Name!,
        Email = input.Email,
        Phone = input.Phone,
        MobilePhone = input.MobilePhone,
        Address1 = input.Address1!,
        Address2 = input.Address2,
        CountryCode = input.CountryCode!,
        PostalCode = input.PostalCode!,
        City = input.City!,
        Website = input.Website,
        OurReference = input.OurReference,
        BankGiro = input.BankGiro,
        PlusGiro = input.PlusGiro,
        CompanyText = input.CompanyText ?? new CompanyTextsApi(),
        UsesMoss = input.UsesMoss ?? false,
        UsesPaymentReferenceNumber = input.UsesPaymentReferenceNumber ?? false,
        UsesSupplierInvoiceEdit = input.UsesSupplierInvoiceEdit,
        UseAdvancedMode = input.UseAdvancedMode,
        UsesReverseConstructionVat = input.UsesReverseConstructionVat ?? false,
        UsesRotReducedInvoicing = input.UsesRotReducedInvoicing ?? false,
        BankgiroNumberPrint = input.BankgiroNumberPrint,
        KeepOriginalDraftDate = input.KeepOriginalDraftDate,
        UsePaymentFilesForOutgoingPayments = input.UsePaymentFilesForOutgoingPayments ?? false,
        UseAutomaticVatCalculation = input.UseAutomaticVatCalculation,
        UsesVatTriangulationRules = input.UsesVatTriangulationRules ?? false,
        Swish = input.Swish,
        FirstPaymentReminderWithoutFee = input.FirstPaymentReminderWithoutFee ?? settings.FirstPaymentReminderWithoutFee,
        LatePaymentFee = input.LatePaymentFee ?? settings.LatePaymentFee,
        DefaultBackgroundId = input.DefaultBackgroundId,
    };
}

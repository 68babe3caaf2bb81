using SpirisSandbox.Api;
using SpirisSandbox.Attachments;
using SpirisSandbox.Vouchers;

namespace SpirisSandbox.VoucherDrafts;

/// <summary><c>/v2/voucherdrafts</c>: made, changed, deleted, and converted into vouchers.</summary>
/// <remarks>Source: Swagger 2024-05: not in the invoicing variants; portal, changelog: a converted draft is gone.</remarks>
public static class VoucherDraftOperations
{
    public static void Map(ApiRoutes v2)
    {
        var read = Access.ReadAccounting with { Variants = ProductVariants.AllButInvoicing };
        var write = Access.WriteAccounting with { Variants = ProductVariants.AllButInvoicing };
        v2.Get("/voucherdrafts", read, call =>
            call.List(call.Visible(call.Company.VoucherDrafts.All, draft => draft.CreatedUtc)));
        v2.Get("/voucherdrafts/{voucherDraftId:guid}", read, call => ApiAnswer.Found(Find(call)));
        v2.Post<VoucherDraftInput>("/voucherdrafts", write, Create);
        v2.Put<VoucherDraftInput>("/voucherdrafts/{voucherDraftId:guid}", write, Replace);
        v2.Delete("/voucherdrafts/{voucherDraftId:guid}", write, Delete);
        v2.Post("/voucherdrafts/{voucherDraftId:guid}/convert", write, Convert);
    }

    private static VoucherDraftApi? Find(ApiCall call) => call.Company.VoucherDrafts.Find(call.Id("voucherDraftId"));

    private static ApiAnswer Create(ApiCall call, VoucherDraftInput input) =>
        VoucherDraftFields.Check(input) is { Any: true } errors
            ? errors.Refusal()
            : new ApiAnswer.Created(Keep(call, input, Guid.NewGuid(), call.Now));

    private static ApiAnswer Replace(ApiCall call, VoucherDraftInput input) => Find(call) switch
    {
        null => ApiAnswer.Found(null),
        _ when VoucherDraftFields.Check(input) is { Any: true } errors => errors.Refusal(),
        { } draft => new ApiAnswer.Ok(Keep(call, input, draft.Id, draft.CreatedUtc)),
    };

    private static VoucherDraftApi Keep(ApiCall call, VoucherDraftInput input, Guid id, DateTimeOffset created)
    {
        var draft = new VoucherDraftApi
        {
            Id = id,
            VoucherDate = input.VoucherDate!.Value,
            VoucherText = input.VoucherText,
            NumberSeries = input.NumberSeries,
            CreatedUtc = created,
            ModifiedUtc = call.Now,
            Rows = VoucherDraftRows.Of(call, input),
        };
        call.Company.VoucherDrafts.Put(draft);
        return draft;
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        if (Find(call) is not { } draft)
        {
            return ApiAnswer.Found(null);
        }

        AttachmentLinks.LetGo(call.Company, draft.Id);
        call.Company.VoucherDrafts.Remove(draft.Id);
        return new ApiAnswer.Blank();
    }

    // The draft says itself what VAT codes and series it wants: no default overrides what a person has reviewed.
    private static ApiAnswer Convert(ApiCall call)
    {
        if (Find(call) is not { } draft)
        {
            return ApiAnswer.Found(null);
        }

        var voucher = new VoucherInput
        {
            VoucherDate = draft.VoucherDate,
            VoucherText = draft.VoucherText,
            NumberSeries = draft.NumberSeries,
            Rows = [.. (draft.Rows ?? []).Select(VoucherDraftRows.ToVoucherRow)],
        };
        var terms = new PostingTerms(AddVat: false, UseDefaultVatCodes: false, UseDefaultSeries: false);
        var answer = PostVoucher.Answer(call, voucher, terms);
        if (answer is not ApiAnswer.Created(VoucherApi booked))
        {
            return answer;
        }

        AttachmentLinks.Move(call.Company, draft.Id, booked.Id);
        call.Company.VoucherDrafts.Remove(draft.Id);
        return new ApiAnswer.Created(call.Company.Vouchers.Find(booked.Id)!);
    }
}

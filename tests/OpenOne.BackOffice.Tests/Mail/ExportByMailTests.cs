using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using OpenOne.BackOffice.Exports;
using OpenOne.BackOffice.Mail;
using OpenOne.Domain;
using OpenOne.Testing;
using Shouldly;
using Xunit;

namespace OpenOne.BackOffice.Tests.Mail;

/// <summary>Exports that go by e-mail, to a mail server on this machine.</summary>
public sealed class ExportByMailTests
{
    private const string Krogen = IntegratedRestaurants.Krogen;
    private const string To = "bokforaren@byran.example, chefen@krogen.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_each_closure_its_file_arrives_byte_for_byte_and_the_day_has_left()
    {
        await using var sink = new SmtpSink();
        await using var server = await StartAsync(sink.Port);
        await ChooseAsync(server, ExportPace.AfterEachClosure, new DateOnly(2021, 5, 1));
        using var till = server.Till(Krogen);

        await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report));
        var first = Read(await sink.NextAsync(Cancellation));
        await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z65.Report));
        var second = Read(await sink.NextAsync(Cancellation));

        first.To.Mailboxes.Select(mailbox => mailbox.Address).ShouldBe(["bokforaren@byran.example", "chefen@krogen.example"]);
        first.Subject.ShouldBe("SIE-export 1: 2021-05-05 - 2021-05-05");
        var exports = await server.ReadAsync(db => db.Exports.OrderBy(export => export.Number).ToListAsync());
        exports.Select(export => (export.ClosingCount, export.MadeBy)).ShouldBe([(1, ExportOrder.Unasked), (1, ExportOrder.Unasked)]);
        FileOf(first).ShouldBe(exports[0].File);
        FileOf(second).ShouldBe(exports[1].File);
        (await server.ReadAsync(db => db.Deliveries.CountAsync(delivery => delivery.ExportedIn != null))).ShouldBe(2);
    }

    [Fact]
    public async Task What_the_mail_server_refuses_is_tried_again_with_the_same_id_and_arrives_once()
    {
        await using var sink = new SmtpSink(refusals: 2);
        await using var server = await StartAsync(sink.Port);
        await ChooseAsync(server, ExportPace.AfterEachClosure, new DateOnly(2021, 5, 1));
        using var till = server.Till(Krogen);
        await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report));

        var message = Read(await sink.NextAsync(Cancellation));

        sink.Refused.ShouldBe(2);
        var mail = await MailAsync(server, MailState.Sent);
        (mail.Tries, mail.Problem).ShouldBe((3, null));
        message.MessageId.ShouldBe($"{mail.Id:N}@openone.backoffice");
        sink.HasMore.ShouldBeFalse();
        (await server.ReadAsync(db => db.Exports.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_never_there_is_given_up_in_the_end_and_the_file_is_still_to_be_had()
    {
        await using var server = await StartAsync(port: 9, "--Smtp:MaxTries=3");
        await ChooseAsync(server, ExportPace.AfterEachClosure, new DateOnly(2021, 5, 1));
        using var till = server.Till(Krogen);
        await till.SubmitAsync(ClosingWire.Of(RealEvenings.Z64.Report));

        var mail = await MailAsync(server, MailState.GivenUp);

        mail.Tries.ShouldBe(3);
        mail.Problem.ShouldNotBeNullOrEmpty();
        (await server.ReadAsync(db => db.Exports.SingleAsync())).File.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Two_nodes_send_each_file_once()
    {
        await using var sink = new SmtpSink();
        await using var server = await StartAsync(sink.Port);
        var other = await BackOfficeServer.StartOnAsync(server.DataDirectory, null, Settings(sink.Port));
        await ChooseAsync(server, ExportPace.AfterEachClosure, new DateOnly(2021, 5, 1));
        using var till = server.Till(Krogen);
        foreach (var evening in new[] { RealEvenings.Z64, RealEvenings.Z65, RealEvenings.Z66 })
        {
            await till.SubmitAsync(ClosingWire.Of(evening.Report));
            await sink.NextAsync(Cancellation);
        }

        await other.StopAndKeepAsync();
        (await server.ReadAsync(db => db.OutgoingMails.SumAsync(mail => mail.Tries))).ShouldBe(3);
        (await server.ReadAsync(db => db.ExportedClosings.CountAsync())).ShouldBe(3);
        sink.HasMore.ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b, c")]
    [InlineData("a@b\r\nBcc: c@d")]
    [InlineData("a@b,c@d,e@f,g@h,i@j,k@l")]
    [InlineData("<script>@x")]
    public async Task Addresses_that_are_none_are_refused(string? recipients)
    {
        await using var server = await BackOfficeServer.StartAsync();
        var company = await CompanyAsync(server);

        var chosen = await server.ReadAsync(db => ExportScheduling.ChooseAsync(
            db, company, ExportPace.Monthly, recipients, ExportGrouping.EachClosing, null, new DateOnly(2021, 5, 1), "owner", Cancellation));

        chosen.ShouldBeFalse();
        (await server.ReadAsync(db => db.ExportSchedules.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("--Smtp:Host=mail.example")]
    [InlineData("--Smtp:Host=mail.example", "--Smtp:From=nobody")]
    [InlineData("--Smtp:Host=mail.example", "--Smtp:From=a@b.example", "--Smtp:User=a")]
    [InlineData("--Smtp:Host=mail.example", "--Smtp:From=a@b.example", "--Smtp:Port=0")]
    [InlineData("--Smtp:Host=mail.example", "--Smtp:From=a@b.example", "--Smtp:User=a", "--Smtp:Password=b", "--Smtp:Security=None")]
    public async Task Settings_that_cannot_work_are_refused_at_start(params string[] settings) =>
        await Should.ThrowAsync<OptionsValidationException>(() => BackOfficeServer.StartAsync(null, settings));

    [Theory]
    [InlineData(ExportPace.Monthly, "2026-11-02", "2026-09-15", "2026-10-31")]
    [InlineData(ExportPace.Monthly, "2026-11-01", "2026-09-15", "2026-09-30")]
    [InlineData(ExportPace.Monthly, "2026-09-20", "2026-09-15", null)]
    [InlineData(ExportPace.AfterEachClosure, "2026-11-02", "2026-09-15", "2026-11-02")]
    [InlineData(ExportPace.AfterEachClosure, "2026-09-14", "2026-09-15", null)]
    [InlineData(ExportPace.Never, "2026-11-02", "2026-09-15", null)]
    public void What_is_due_on_a_day(ExportPace pace, string today, string since, string? last)
    {
        var schedule = new ExportSchedule { CompanyId = Guid.Empty };
        schedule.Choose(pace, "a@b.example", ExportGrouping.EachClosing, null, DateOnly.Parse(since, null), "owner");

        var order = schedule.OrderOn(DateOnly.Parse(today, null));

        (order?.Last).ShouldBe(last is null ? null : DateOnly.Parse(last, null));
        (order?.IsSensible ?? true).ShouldBeTrue();
    }

    private static string[] Settings(int port, params string[] more) =>
    [
        "--Smtp:Host=127.0.0.1", $"--Smtp:Port={port}", "--Smtp:Security=None", "--Smtp:From=backoffice@openone.example",
        "--Smtp:LookEvery=00:00:00.1", "--Smtp:FirstRetryDelay=00:00:00.1", .. more,
    ];

    private static Task<BackOfficeServer> StartAsync(int port, params string[] more) => BackOfficeServer.StartAsync(null, Settings(port, more));

    private static Task<Guid> CompanyAsync(BackOfficeServer server)
    {
        var number = OrganisationNumber.Parse(Krogen);
        return server.ReadAsync(db => db.Companies.Where(company => company.OrganisationNumber == number).Select(company => company.Id).SingleAsync());
    }

    private static async Task ChooseAsync(BackOfficeServer server, ExportPace pace, DateOnly since)
    {
        var company = await CompanyAsync(server);
        (await server.ReadAsync(db => ExportScheduling.ChooseAsync(
            db, company, pace, To, ExportGrouping.EachClosing, null, since, "owner", Cancellation))).ShouldBeTrue();
    }

    /// <summary>The one e-mail, once it has come that far.</summary>
    private static async Task<OutgoingMail> MailAsync(BackOfficeServer server, MailState state)
    {
        while (true)
        {
            if (await server.ReadAsync(db => db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(row => row.State == state, Cancellation)) is { } mail)
            {
                return mail;
            }

            await Task.Yield();
        }
    }

    private static MimeMessage Read(string message) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(message)), Cancellation);

    private static byte[] FileOf(MimeMessage message)
    {
        using var file = new MemoryStream();
        ((MimePart)message.Attachments.Single()).Content!.DecodeTo(file, Cancellation);
        return file.ToArray();
    }
}

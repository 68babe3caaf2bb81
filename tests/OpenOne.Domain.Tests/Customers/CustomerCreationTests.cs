using OpenOne.Domain.Customers;
using OpenOne.Domain.Delivery;

namespace OpenOne.Domain.Tests.Customers;

/// <summary>A customer goes into the accounting system once, whatever becomes of the answer.</summary>
public sealed class CustomerCreationTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero);

    private static readonly RetrySchedule _schedule = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(15), 10, TimeSpan.FromSeconds(90));

    [Fact]
    public void An_answer_ends_it()
    {
        var creation = Sent();

        creation.Record(new CustomerPosting.Created(Sight("17")), _schedule, 0, _now);

        (creation.State, creation.CustomerId, creation.DueAt).ShouldBe((CreationState.Created, "17", null));
    }

    [Fact]
    public void A_lost_answer_is_looked_for_until_the_other_clock_has_passed_the_quarantine()
    {
        var creation = Sent();
        creation.Record(new CustomerPosting.Uncertain("cut"), _schedule, 0, _now);

        creation.NotFound(_now.AddHours(2), _schedule, _now);
        creation.State.ShouldBe(CreationState.Uncertain);
        creation.NotFound(_now.AddHours(2).AddSeconds(89), _schedule, _now);
        creation.State.ShouldBe(CreationState.Uncertain);
        creation.NotFound(_now.AddHours(2).AddSeconds(90), _schedule, _now);
        creation.State.ShouldBe(CreationState.Waiting);
    }

    [Fact]
    public void What_goes_again_is_what_went_the_first_time()
    {
        var creation = Sent();
        creation.Record(new CustomerPosting.Unavailable("busy"), _schedule, 0, _now);

        creation.Begin([9, 9], _now, _now);

        creation.Body.ShouldBe([1, 2]);
        creation.Attempts.ShouldBe(2);
    }

    [Fact]
    public void What_shows_late_is_taken_for_it_also_when_it_was_about_to_go_again()
    {
        var creation = Sent();
        creation.Record(new CustomerPosting.Uncertain("cut"), _schedule, 0, _now);
        creation.NotFound(_now, _schedule with { Quarantine = TimeSpan.Zero }, _now);

        creation.Find(Sight("17"), _now);

        creation.State.ShouldBe(CreationState.Created);
    }

    [Fact]
    public void A_number_that_is_taken_refuses_the_first_sending_and_makes_every_later_one_uncertain()
    {
        var first = Sent();
        first.Record(new CustomerPosting.NumberTaken("exists"), _schedule, 0, _now);
        first.State.ShouldBe(CreationState.Refused);

        var second = Sent();
        second.Record(new CustomerPosting.Unavailable("busy"), _schedule, 0, _now);
        second.Begin([], _now, _now);
        second.Record(new CustomerPosting.NumberTaken("exists"), _schedule, 0, _now);
        second.State.ShouldBe(CreationState.Uncertain);
    }

    [Fact]
    public void Nothing_is_sent_twice_at_once_nor_found_before_it_was_sent()
    {
        Should.Throw<InvalidOperationException>(() => Sent().Begin([], _now, _now));
        Should.Throw<InvalidOperationException>(() => New().Find(Sight("17"), _now));
        Should.Throw<InvalidOperationException>(() => New().Interrupt(_now));
    }

    [Theory]
    [InlineData("its number", "12", null, "Other", true)]
    [InlineData("its identity, though the number is another", "99", "16559999-9991", "Other", true)]
    [InlineData("neither", "99", "556016-0680", "Glasbruket AB", false)]
    public void It_is_known_by(string story, string number, string? identity, string name, bool known)
    {
        var wanted = Wanted() with { CustomerNumber = "12", OrganisationNumber = "559999-9991" };

        wanted.IsKnownAs(Sight("1") with { CustomerNumber = number, OrganisationNumber = identity, Name = name }).ShouldBe(known, story);
    }

    [Theory]
    [InlineData("alike in all", "glasbruket ab", "411 01", null, true)]
    [InlineData("another place", "Glasbruket AB", "411 02", null, false)]
    [InlineData("one with a number", "Glasbruket AB", "411 01", "559999-9991", false)]
    public void Without_any_number_it_is_known_by_all_that_was_typed(string story, string name, string postalCode, string? identity, bool known) =>
        Wanted().IsKnownAs(Sight("1") with { Name = name, PostalCode = postalCode, OrganisationNumber = identity }).ShouldBe(known, story);

    private static CustomerCreation New() => new(Guid.Empty, Guid.Empty, Wanted(), "hash", _now);

    private static CustomerCreation Sent()
    {
        var creation = New();
        creation.Begin([1, 2], _now, _now);
        return creation;
    }

    private static NewCustomer Wanted() => new()
    {
        Name = "Glasbruket AB",
        IsPrivatePerson = false,
        PostalCode = "411 01",
        City = "Göteborg",
    };

    private static CustomerSight Sight(string id) => new(
        id, "7", "Glasbruket AB", null, false, true, null, null, "411 01", "Göteborg", null, _now);
}

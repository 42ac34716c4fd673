using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;

namespace OneSeal.Host.Tests.Journal;

[Collection(PostgresFixture.Collection)]
public class JournalVerificationTests(PostgresFixture postgres)
{
    private const string Misfit = "Its hash does not fit its content and the event before it.";
    private const string Missing = "The event is missing.";
    private const string CutOff = "The event is missing from the end of the stream.";
    private const string NotAtTheEnd = "The snapshot does not stand at the end of the stream.";
    private const string OtherState = "The snapshot is not what the events come to.";

    // Event 1 opens the book; 2, 3 and 4 are documents.
    [Theory]
    [InlineData("update oneseal.events set data = replace(data::text, '公文一', '公文九')::json where {book} and version = 2", 2, Misfit)]
    [InlineData("update oneseal.events set data = (data::text || ' ')::json where {book} and version = 2", 2, Misfit)]
    [InlineData("update oneseal.events set actor = replace(actor::text, '王某', '张三')::json where {book} and version = 3", 3, Misfit)]
    [InlineData("update oneseal.events set at = at + interval '1 microsecond' where {book} and version = 4", 4, Misfit)]
    [InlineData("update oneseal.events set type = 'document-withdrawn' where {book} and version = 2", 2, Misfit)]
    [InlineData("update oneseal.events set type_version = 1 where {book} and version = 2", 2, Misfit)]
    [InlineData("update oneseal.events set hash = sha256(hash) where {book} and version = 2", 2, Misfit)]
    [InlineData("delete from oneseal.events where {book} and version = 1", 1, Missing)]
    [InlineData("delete from oneseal.events where {book} and version = 3", 3, Missing)]
    [InlineData(
        "delete from oneseal.events where {book} and version = 3;"
        + "update oneseal.events set version = 3 where {book} and version = 4", 3, Misfit)]
    [InlineData("delete from oneseal.events where {book} and version = 4", 4, CutOff)]
    [InlineData(
        "update oneseal.events set version = version + 10 where {book} and version in (2, 3);"
        + "update oneseal.events set version = 15 - version where {book} and version > 10", 2, Misfit)]
    [InlineData(
        "insert into oneseal.events select region, stream, 5, type, type_version, at, actor, data, hash from oneseal.events "
        + "where {book} and version = 4", 5, Misfit)]
    [InlineData("update oneseal.events set stream = 'stamp-book:9' where {book} and version = 4", 4, CutOff)]
    [InlineData("delete from oneseal.snapshots where {book}", 4, "The stream has events but no snapshot.")]
    [InlineData("delete from oneseal.events where {book}", 1, "The stream has a snapshot but no events.")]
    [InlineData("update oneseal.snapshots set version = 5 where {book}", 5, CutOff)]
    [InlineData("update oneseal.snapshots set version = 3 where {book}", 3, NotAtTheEnd)]
    [InlineData("update oneseal.snapshots set hash = sha256(hash) where {book}", 4, NotAtTheEnd)]
    [InlineData("update oneseal.snapshots set state = replace(state::text, '公文一', '公文九')::json where {book}", 4, OtherState)]
    [InlineData(
        "delete from oneseal.events where {book} and version = 4; update oneseal.snapshots s set version = 3, hash = e.hash from oneseal.events e "
        + "where s.stream = 'stamp-book:2' and e.stream = s.stream and e.region = s.region and e.version = 3", 3, OtherState)]
    public async Task What_was_tampered_with_is_found(string tampering, int version, string fault)
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        foreach (var book in new[] { "1", "2", "3" }) await bureau.StampAsync(book, "公文一", "公文二", "公文三");
        await bureau.ShouldBeWholeAsync();

        await bureau.ExecuteAsync(tampering.Replace("{book}", "stream = 'stamp-book:2'", StringComparison.Ordinal));

        (await bureau.VerifyAsync()).Broken.ShouldBe(new BrokenEvent(new StreamName(Bureau.Linzi, "stamp-book:2"), version, fault));
    }

    [Fact]
    public async Task Streams_of_other_kinds_are_checked_by_their_chain_alone()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("1", "公文一");
        await bureau.ExecuteAsync("update oneseal.snapshots set state = '{}'");

        (await JournalVerification.RunAsync(bureau.Database, [], CancellationToken.None)).ShouldBe(new JournalVerification(1, 2, null));
    }

    [Fact]
    public async Task An_empty_journal_is_whole()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        (await bureau.VerifyAsync()).ShouldBe(new JournalVerification(0, 0, null));
    }

    [Fact]
    public async Task Work_goes_on_while_the_journal_is_verified()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        using var enough = new CancellationTokenSource();
        var working = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++) await bureau.StampAsync($"{i % 5}", $"公文{i}");
        });

        for (var i = 0; i < 20; i++) await bureau.ShouldBeWholeAsync();
        await enough.CancelAsync();
        await working;
    }
}

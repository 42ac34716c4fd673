using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Journal;

[Collection(PostgresFixture.Collection)]
public class JournalCommandTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_command_writes_events_snapshot_rows_deliveries_and_answer()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        var answer = await bureau.StampAsync("2026", bureau.Context(key: "k1"), "公文一", "公文二");

        answer.ShouldBe(new BookAnswer("2026", 3, 4));
        var book = await bureau.BookAsync("2026");
        book.Version.ShouldBe(3);
        book.State.Entries.Select(e => e.Document).ShouldBe(["公文一", "公文二"]);
        (await bureau.CountAsync("events"), await bureau.CountAsync("snapshots"), await bureau.CountAsync("deliveries"), await bureau.CountAsync("commands"))
            .ShouldBe((3, 1, 2, 1));
        (await bureau.DumpAsync("stamp_books")).ShouldContain("(370305,2026,李某,4)");
        await bureau.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task The_record_tells_who_did_what_when()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", bureau.Context(minutes: 7), "公文一");

        var events = await bureau.Journal.EventsAsync(StampBook.Kind.Stream(Bureau.Linzi, "2026"), CancellationToken.None);

        events.Select(e => (e.Version, e.Type, e.TypeVersion)).ShouldBe([(1, "stamp-book-opened", 1), (2, "document-stamped", 2)]);
        events.ShouldAllBe(e => e.At == Bureau.Morning.AddMinutes(7));
        JournalJson.Read<Host.Access.Actor>(events[1].Actor).ShouldBe(bureau.Context().Actor);
    }

    [Fact]
    public async Task The_same_command_sent_again_gets_its_first_answer_and_does_nothing()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        var first = await bureau.StampAsync("2026", bureau.Context(key: "k1"), "公文一");
        await bureau.StampAsync("2026", "公文二");

        // Also when it says the version that it saw then.
        var again = await bureau.StampAsync("2026", bureau.Context(key: "k1", expectedVersion: 0), "公文一");

        again.ShouldBe(first);
        (await bureau.BookAsync("2026")).Version.ShouldBe(3);
    }

    [Fact]
    public async Task Another_content_under_the_same_key_is_refused()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", bureau.Context(key: "k1", content: "公文一"), "公文一");

        var refusal = await Should.ThrowAsync<Refusal>(() => bureau.StampAsync("2026", bureau.Context(key: "k1", content: "公文二"), "公文二"));

        refusal.Code.ShouldBe("idempotency-key-reused");
        (await bureau.BookAsync("2026")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_and_may_be_sent_again_under_its_key()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        await Should.ThrowAsync<Refusal>(() => bureau.Journal.ExecuteAsync<BookAnswer>(
            bureau.Context(key: "k1"),
            async work =>
            {
                await Bureau.StampAsync(work, "2026", "公文一");
                throw Refusal.Conflict("seal-registered-before", ("seal", "行政审批专用章"));
            },
            CancellationToken.None));

        (await bureau.CountAsync("events"), await bureau.CountAsync("commands"), await bureau.CountAsync("deliveries")).ShouldBe((0, 0, 0));
        (await bureau.StampAsync("2026", bureau.Context(key: "k1"), "公文一")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_command_that_had_nothing_to_do_has_nothing_to_do_when_it_is_sent_again()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", "公文一");
        var nothing = await bureau.StampAsync("2026", bureau.Context(key: "k1"));
        await bureau.StampAsync("2026", "公文二");

        (await bureau.StampAsync("2026", bureau.Context(key: "k1"))).ShouldBe(nothing);
    }

    [Fact]
    public async Task A_caller_who_saw_an_older_version_is_told_the_current_one()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", "公文一");

        var refusal = await Should.ThrowAsync<Refusal>(() => bureau.StampAsync("2026", bureau.Context(expectedVersion: 1), "公文二"));

        refusal.ShouldBeVersionConflict(current: 2);
        (await bureau.StampAsync("2026", bureau.Context(expectedVersion: 2), "公文二")).Version.ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_loaded_twice_is_one_and_may_be_appended_to_twice()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        await bureau.Journal.ExecuteAsync(
            bureau.Context(),
            async work =>
            {
                await Bureau.StampAsync(work, "2026", "公文一");
                return await Bureau.StampAsync(work, "2026", "公文二");
            },
            CancellationToken.None);

        (await bureau.BookAsync("2026")).State.Entries.Count.ShouldBe(2);
        await bureau.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task To_append_to_an_outdated_stream_or_one_of_another_region_is_a_fault_of_the_program()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", "公文一");
        var elsewhere = await bureau.In(Bureau.Dalate).BookAsync("2026");

        await Should.ThrowAsync<InvalidOperationException>(() => bureau.Journal.ExecuteAsync(
            bureau.Context(),
            async work =>
            {
                var book = await work.LoadAsync(StampBook.Kind, "2026", CancellationToken.None);
                work.Append(book, new StampBookEvent.Stamped("公文二", 1));
                return Bureau.AnswerOf(work.Append(book, new StampBookEvent.Stamped("公文三", 1)));
            },
            CancellationToken.None));
        await Should.ThrowAsync<InvalidOperationException>(() => bureau.Journal.ExecuteAsync(
            bureau.Context(),
            work => Task.FromResult(Bureau.AnswerOf(work.Append(elsewhere, new StampBookEvent.Opened("赵敏")))),
            CancellationToken.None));

        (await bureau.BookAsync("2026")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Two_regions_never_see_each_other()
    {
        await using var linzi = await Bureau.OpenAsync(postgres);
        var dalate = linzi.In(Bureau.Dalate);

        await linzi.StampAsync("2026", linzi.Context(key: "k1", content: "甲"), "公文一", "公文二");
        var answer = await dalate.StampAsync("2026", dalate.Context(key: "k1", content: "乙"), "公文九");

        answer.ShouldBe(new BookAnswer("2026", 2, 2));
        (await dalate.BookAsync("2026")).State.Entries.ShouldHaveSingleItem().Document.ShouldBe("公文九");
        (await linzi.BookAsync("2026")).Version.ShouldBe(3);
        (await linzi.Journal.NextNumberAsync(Bureau.Linzi, "case:2026", CancellationToken.None)).ShouldBe(1);
        (await linzi.Journal.NextNumberAsync(Bureau.Linzi, "case:2026", CancellationToken.None)).ShouldBe(2);
        (await dalate.Journal.NextNumberAsync(Bureau.Dalate, "case:2026", CancellationToken.None)).ShouldBe(1);
        (await linzi.CountAsync("deliveries"), await dalate.CountAsync("deliveries")).ShouldBe((2, 1));
        (await linzi.VerifyAsync()).ShouldBe(new JournalVerification(Streams: 2, Events: 5, Broken: null));
    }

    [Fact]
    public async Task Old_answers_can_be_forgotten()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        foreach (var day in Enumerable.Range(0, 5))
            await bureau.StampAsync("2026", bureau.Context(key: $"k{day}", minutes: day * 24 * 60), $"公文{day}");

        (await bureau.Journal.ForgetAnswersAsync(Bureau.Morning.AddDays(3), CancellationToken.None)).ShouldBe(3);

        (await bureau.CountAsync("commands")).ShouldBe(2);
        (await bureau.StampAsync("2026", bureau.Context(key: "k3"), "公文3")).Version.ShouldBe(5);
    }

    [Fact]
    public async Task A_command_cancelled_before_its_batch_leaves_nothing()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        using var cancelled = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() => bureau.Journal.ExecuteAsync(
            bureau.Context(key: "k1"),
            async work =>
            {
                var answer = await Bureau.StampAsync(work, "2026", "公文一");
                await cancelled.CancelAsync();
                return answer;
            },
            cancelled.Token));

        (await bureau.CountAsync("events"), await bureau.CountAsync("commands")).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_command_cancelled_while_its_batch_runs_is_done_and_answered()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", "公文一");
        using var cancelled = new CancellationTokenSource();
        await using var connection = await bureau.Database.OpenConnectionAsync();
        await using var holding = await connection.BeginTransactionAsync();
        await using (var hold = new Npgsql.NpgsqlCommand("select from oneseal.snapshots for update", connection, holding)) await hold.ExecuteNonQueryAsync();

        var running = bureau.Journal.ExecuteAsync(bureau.Context(), work => Bureau.StampAsync(work, "2026", "公文二"), cancelled.Token);
        await bureau.ShouldWaitForALockAsync();
        await cancelled.CancelAsync();
        await holding.RollbackAsync();

        (await running).Version.ShouldBe(3);
        (await bureau.BookAsync("2026")).Version.ShouldBe(3);
        await bureau.ShouldBeWholeAsync();
    }
}

using OneSeal.Host.Journal;
using OneSeal.Host.Tests.Database;
using OneSeal.Host.Texts;

namespace OneSeal.Host.Tests.Journal;

[Collection(PostgresFixture.Collection)]
public class JournalConcurrencyTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Of_sixteen_writers_exactly_one_wins_each_version()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            var (won, lost) = (new List<int>(), 0);
            while (won.Count < 5)
            {
                try
                {
                    won.Add((await bureau.StampAsync("2026", $"公文{writer}-{won.Count}")).Version);
                }
                catch (Refusal conflict) when (conflict.Code == "version-conflict")
                {
                    lost++;
                }
            }

            return (won, lost);
        })));

        // The first command opened the book as well.
        outcomes.SelectMany(o => o.won).Order().ShouldBe(Enumerable.Range(2, 80));
        outcomes.Sum(o => o.lost).ShouldBeGreaterThan(0);
        (await bureau.VerifyAsync()).ShouldBe(new JournalVerification(Streams: 1, Events: 81, Broken: null));
        (await bureau.BookAsync("2026")).State.Entries.Select(e => e.Document).Distinct().Count().ShouldBe(80);
        (await bureau.CountAsync("deliveries"), await bureau.CountAsync("stamps")).ShouldBe((80, 80));
    }

    [Fact]
    public async Task The_same_command_many_times_at_once_is_done_once_and_answered_to_all()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        var meeting = new Meeting(8);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bureau.Journal.ExecuteAsync(
            bureau.Context(key: "k1"),
            async work =>
            {
                var answer = await Bureau.StampAsync(work, "2026", "公文一");
                await meeting.ArriveAsync();
                return answer;
            },
            CancellationToken.None)));

        answers.ShouldAllBe(a => a == new BookAnswer("2026", 2, 2));
        (await bureau.CountAsync("events"), await bureau.CountAsync("commands"), await bureau.CountAsync("deliveries")).ShouldBe((2, 1, 1));
    }

    [Fact]
    public async Task Two_contents_under_one_key_at_once_do_not_get_each_others_answer()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        var meeting = new Meeting(2);

        var outcomes = await Task.WhenAll(new[] { "公文一", "公文二" }.Select(async document =>
        {
            try
            {
                await bureau.Journal.ExecuteAsync(
                    bureau.Context(key: "k1", content: document),
                    async work =>
                    {
                        var answer = await Bureau.StampAsync(work, document, document);
                        await meeting.ArriveAsync();
                        return answer;
                    },
                    CancellationToken.None);
                return "done";
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }));

        outcomes.Order().ShouldBe(["done", "idempotency-key-reused"]);
        (await bureau.CountAsync("snapshots")).ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_that_comes_of_the_commands_own_first_run_is_its_first_answer()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);

        var second = await bureau.Journal.ExecuteAsync(
            bureau.Context(key: "k1"),
            async work =>
            {
                await work.LoadAsync(StampBook.Kind, "2025", CancellationToken.None);
                await bureau.StampAsync("2026", bureau.Context(key: "k1"), "公文一");
                var book = await work.LoadAsync(StampBook.Kind, "2026", CancellationToken.None);
                return book.Exists ? throw Refusal.Conflict("seal-registered-before", ("seal", "2026")) : Bureau.AnswerOf(book);
            },
            CancellationToken.None);

        second.ShouldBe(new BookAnswer("2026", 2, 2));
    }

    [Fact]
    public async Task Who_loses_a_race_is_told_the_version_that_won()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2026", "公文一");

        var refusal = await Should.ThrowAsync<Refusal>(() => bureau.Journal.ExecuteAsync(
            bureau.Context(key: "k1"),
            async work =>
            {
                var answer = await Bureau.StampAsync(work, "2026", "公文二");
                await bureau.StampAsync("2026", "公文三", "公文四");
                return answer;
            },
            CancellationToken.None));

        refusal.ShouldBeVersionConflict(current: 4);
        (await bureau.CountAsync("commands")).ShouldBe(0);
        (await bureau.BookAsync("2026")).State.Entries.Select(e => e.Document).ShouldBe(["公文一", "公文三", "公文四"]);
    }

    [Fact]
    public async Task A_command_loses_when_a_stream_it_relied_on_moves_on()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2025", "公文一");

        var refusal = await Should.ThrowAsync<Refusal>(() => bureau.Journal.ExecuteAsync(
            bureau.Context(),
            async work =>
            {
                var answer = await Bureau.StampAsync(work, "2026", "公文二");
                work.Require(await work.LoadAsync(StampBook.Kind, "2025", CancellationToken.None));
                await bureau.StampAsync("2025", "公文三");
                return answer;
            },
            CancellationToken.None));

        refusal.ShouldBeVersionConflict(current: 0);
        (await bureau.BookAsync("2026")).Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_stream_that_is_relied_on_does_not_move_until_the_commit_and_then_does()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("2025", "公文一");

        var relying = bureau.Journal.ExecuteAsync(
            bureau.Context(),
            async work =>
            {
                work.Require(await work.LoadAsync(StampBook.Kind, "2025", CancellationToken.None));
                work.Also(JournalSql.Statement("select pg_sleep(0.5)"));
                return await Bureau.StampAsync(work, "2026", "公文二");
            },
            CancellationToken.None);
        await bureau.ShouldSleepAsync();
        var moving = bureau.StampAsync("2025", "公文三");

        await relying;
        (await moving).Version.ShouldBe(3);
        await bureau.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Of_two_commands_that_wait_for_each_other_one_wins_and_one_has_lost_a_race()
    {
        await using var bureau = await Bureau.OpenAsync(postgres);
        await bureau.StampAsync("甲", "公文一");
        await bureau.StampAsync("乙", "公文一");

        var outcomes = await Task.WhenAll(BothAsync("甲", "乙", "公文二"), BothAsync("乙", "甲", "公文三"));

        outcomes.Order().ShouldBe(["done", "version-conflict"]);
        ((await bureau.BookAsync("甲")).Version, (await bureau.BookAsync("乙")).Version).ShouldBe((3, 3));
        await bureau.ShouldBeWholeAsync();

        async Task<string> BothAsync(string first, string second, string document)
        {
            try
            {
                await bureau.Journal.ExecuteAsync(
                    bureau.Context(),
                    async work =>
                    {
                        await Bureau.StampAsync(work, first, document);
                        work.Also(JournalSql.Statement("select pg_sleep(0.3)"));
                        return await Bureau.StampAsync(work, second, document);
                    },
                    CancellationToken.None);
                return "done";
            }
            catch (Refusal refusal)
            {
                return refusal.Code;
            }
        }
    }

    /// <summary>Everybody waits until all are there.</summary>
    private sealed class Meeting(int expected)
    {
        private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;

        public Task ArriveAsync()
        {
            if (Interlocked.Increment(ref _arrived) == expected) _complete.SetResult();
            return _complete.Task;
        }
    }
}

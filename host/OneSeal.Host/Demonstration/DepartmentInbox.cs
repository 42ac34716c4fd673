using Npgsql;
using OneSeal.Host.Linkage;
using OneSeal.Host.Localities;
using OneSeal.Sdk;

namespace OneSeal.Host.Demonstration;

/// <summary>认领: every working day each officer looks into the inbox. Most is claimed in time, little late, the newest not yet.</summary>
internal sealed class DepartmentInbox(Hall hall, Story story, District district, DepartmentReports reports, Timetable days)
{
    private readonly Dictionary<string, int> _patience = new(StringComparer.Ordinal);
    private string? _leftLying;
    private int _claims;
    private int _inspections;

    public void Plan(IReadOnlyList<Department> departments)
    {
        foreach (var (index, department) in departments.Index())
        {
            foreach (var day in days.WorkingDays(days.Start))
                story.At(Timetable.At(day, 45 + (index * 20)), () => ClaimAsync(department));
        }
    }

    private async Task ClaimAsync(Department department)
    {
        foreach (var (id, topic, pushedOn) in await WaitingAsync(department))
        {
            if (!_patience.TryGetValue(id, out var patience))
                _patience[id] = patience = _patience.Count % 40 == 25 ? 4 : 1 + (_patience.Count % 2);
            // At the end the newest wait, and one has waited for too long.
            if (pushedOn >= days.Back(6) && topic == nameof(SupervisionTopic.LicenceChanged)) _leftLying ??= id;
            if (pushedOn >= days.Back(2) || id == _leftLying || days.Later(pushedOn, patience) > hall.Today) continue;
            _claims++;
            var looks = topic == nameof(SupervisionTopic.Issued) && _claims % 3 == 0;
            DateOnly? inspection = looks ? days.Later(hall.Today, 8 + (_claims % 5)) : null;
            var request = new ClaimPush.Request(department.Story.Office ?? district.Supervision.Office, null, inspection);
            await hall.ExecuteAsync(reports.Officer(department), work => ClaimPush.RunAsync(work, id, request, CancellationToken.None));
            if (inspection is { } on) PlanInspection(department, id, on);
        }
    }

    private async Task<IReadOnlyList<(string Id, string Topic, DateOnly On)>> WaitingAsync(Department department)
    {
        await using var command = hall.Database.CreateCommand(
            """
            select id, topic, pushed_at from oneseal.pushes where region = $1 and recipient = $2 and state = 'Waiting'
            order by pushed_at, id collate "C"
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district.Region });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = department.Organisation.Code });
        await using var reader = await command.ExecuteReaderAsync();
        var waiting = new List<(string, string, DateOnly)>();
        while (await reader.ReadAsync())
            waiting.Add((reader.GetString(0), reader.GetString(1), LocalTime.DayOf(reader.GetFieldValue<DateTimeOffset>(2))));
        return waiting;
    }

    /// <summary>Most find nothing; one of six finds a fault; one is reported too late.</summary>
    private void PlanInspection(Department department, string push, DateOnly on)
    {
        var number = ++_inspections;
        var reportedOn = number == 4 ? days.Later(on, 3) : on;
        story.At(Timetable.At(reportedOn, 400), async () =>
        {
            var licence = (await hall.LoadAsync(Push.Kind, district.Region, push)).Content!.Licence!.Identifier;
            await reports.InspectAsync(department, licence, on, passed: number % 6 != 3, days.Later(hall.Today, 8));
        });
    }
}

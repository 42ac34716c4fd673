using System.Data;
using Dapper;
using OneSeal.Host.Feedback;
using OneSeal.Host.Journal;

namespace OneSeal.Host.Database;

/// <summary>How Dapper reads what PostgreSQL gives.</summary>
internal static class DapperSetup
{
    public static void Apply()
    {
        // Columns are named in PostgreSQL's way, the rows' members in C#'s.
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new Instants());
        SqlMapper.AddTypeHandler(new Journalled<FeedbackContent>());
    }

    /// <summary>
    /// An instant (timestamptz) comes as a UTC time; the rows say <see cref="DateTimeOffset"/>, which cannot be mistaken.
    /// </summary>
    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => value is DateTime utc
            ? new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
            : (DateTimeOffset)value;

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value.ToUniversalTime();
    }

    /// <summary>What a row keeps as the journal has it.</summary>
    private sealed class Journalled<T> : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => JournalJson.Read<T>((string)value);

        public override void SetValue(IDbDataParameter parameter, T? value) =>
            throw new NotSupportedException("It is written by projections.");
    }
}

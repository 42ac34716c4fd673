using OneSeal.Host.Licences;
using OneSeal.Host.Tests.Cases;
using static OneSeal.Host.Licences.LicenceActKind;

namespace OneSeal.Host.Tests.Licences;

public class What_can_be_done_to_a_licence
{
    [Theory]
    [InlineData(LicenceState.None)]
    [InlineData(LicenceState.Valid, Change, Withdraw, Revoke, Cancel, Suspend)]
    [InlineData(LicenceState.Changed, Change, Withdraw, Revoke, Cancel, Suspend)]
    [InlineData(LicenceState.Renewed, Change, Withdraw, Revoke, Cancel, Suspend)]
    [InlineData(LicenceState.Suspended, Withdraw, Revoke, Cancel, Reinstate)]
    [InlineData(LicenceState.Expired, Revoke, Cancel)]
    [InlineData(LicenceState.Withdrawn, Cancel)]
    [InlineData(LicenceState.Revoked, Cancel)]
    [InlineData(LicenceState.Cancelled)]
    public void Follows_from_its_state(object state, params object[] allowed) =>
        Enum.GetValues<LicenceActKind>().Where(kind => LicenceRules.Allows((LicenceState)state, kind)).Cast<object>().ShouldBe(allowed);

    [Fact]
    public void And_from_the_day()
    {
        var licence = ALicence.Issued().Suspended("2026-05-31");
        LicenceRules.Require(licence, Reinstate, District.Day("2026-05-31"));
        District.Refused("licence-state", () => { LicenceRules.Require(licence, Reinstate, District.Day("2026-06-01")); return null; }).Message.ShouldContain("“有效”，只有处于“暂停”时才能恢复");
        District.Refused("licence-state", () => { LicenceRules.Require(ALicence.Issued(), Withdraw, District.Day("2027-01-01")); return null; }).Message.ShouldContain("已失效");
    }
}

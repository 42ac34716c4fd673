using OneSeal.Host.Seals;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.Seals;

public class A_seal
{
    private static readonly Seal Registered = ASeal.Registered("行政审批专用章", District.Bureau);

    [Fact]
    public void Is_registered_with_its_name_and_organisation()
    {
        RegisterSeal.Decide(new("行政审批专用章", District.Bureau)).ShouldBe(new SealEvent.Registered("行政审批专用章", District.Bureau));
        District.Refused("seal-unnamed", () => RegisterSeal.Decide(new(" ", District.Bureau)), "name");
        District.Refused("organisation-unnamed", () => RegisterSeal.Decide(new("行政审批专用章", Host.Access.Organisation.None)), "organisation.name");
        District.Refused("organisation-code-invalid", () => RegisterSeal.Decide(new("行政审批专用章", new("某局", "11"))), "organisation.code");
    }

    [Fact]
    public void Of_the_bureau_is_not_put_in_force_before_a_memorandum_is()
    {
        District.Refused("approval-seal-before-memorandum", () => PutSealInForce.Decide(Registered, new("锦政发〔2026〕1号"), mayBeUsed: false));
        PutSealInForce.Decide(Registered, new("锦政发〔2026〕1号"), mayBeUsed: true).ShouldBeOfType<SealEvent.PutInForce>();
        District.Refused("reason-missing", () => PutSealInForce.Decide(Registered, new(""), mayBeUsed: true), "basis");
        District.Refused("seal-in-force-before", () => PutSealInForce.Decide(ASeal.Approval, new("锦政发〔2026〕1号"), mayBeUsed: true));
    }

    [Fact]
    public void Is_locked_away_once_for_good_and_with_a_reason()
    {
        var locked = ASeal.OfTheDepartment.And(LockSeal.Decide(ASeal.OfTheDepartment, new("启用行政审批专用章")), "2026-03-02");
        District.Refused("seal-locked", () => LockSeal.Decide(locked, new("再次"))).Message.ShouldContain("2026年3月2日");
        District.Refused("seal-locked", () => PutSealInForce.Decide(locked, new("再用"), mayBeUsed: true));
        District.Refused("reason-missing", () => LockSeal.Decide(Registered, new("")), "reason");
        LockSeal.Decide(Registered, new("作废")).ShouldBeOfType<SealEvent.Locked>();
    }
}

using OneSeal.Host.Access;
using OneSeal.Host.People;
using OneSeal.Host.Tests.Cases;

namespace OneSeal.Host.Tests.People;

/// <summary>人员管理's rules, without a database.</summary>
public class What_an_administrator_may_do
{
    private static readonly Actor Administrator = By.Administrator();

    private static readonly Person Clerk = new()
    {
        UserName = "zhou", Name = "周某", Post = "综合窗口", Organisation = District.Bureau, Roles = [Role.Window],
    };

    private static readonly Person Chief = Clerk with { Name = "陈某", Roles = [Role.Administrator] };

    private static readonly OpenPerson.Request Opening = new("zhou", "周某", "综合窗口", District.Bureau.Code, [Role.Window]);

    [Fact]
    public void Somebody_takes_up_a_post_with_a_one_time_password()
    {
        var opened = Open(Opening with { Roles = [Role.Reviewer, Role.Window, Role.Reviewer], Name = " 周某 " }).ShouldBeOfType<PersonEvent.Opened>();
        (opened.UserName, opened.Name, opened.Post, opened.Organisation, opened.PasswordIsOneTime)
            .ShouldBe(("zhou", "周某", "综合窗口", District.Bureau, true));
        opened.Roles.ShouldBe([Role.Window, Role.Reviewer]);
    }

    [Theory]
    [InlineData("Zhou")]
    [InlineData("z")]
    [InlineData("周某")]
    [InlineData("zhou-")]
    [InlineData("zhou yi")]
    public void A_user_name_can_be_typed_on_any_keyboard(string userName) =>
        District.Refused("user-name-malformed", () => Open(Opening with { UserName = userName }), "userName");

    [Fact]
    public void What_is_missing_or_taken_is_said_at_its_field()
    {
        District.Refused("person-unnamed", () => Open(Opening with { Name = " " }), "name");
        District.Refused("post-missing", () => Open(Opening with { Post = "" }), "post");
        District.Refused("roles-missing", () => Open(Opening with { Roles = [] }), "roles");
        District.Refused("organisation-unknown", () => OpenPerson.Decide(Opening, null, District.Locality, isTaken: false), "organisation");
        District.Refused("user-name-taken", () => OpenPerson.Decide(Opening, District.Bureau, District.Locality, isTaken: true), "userName");
    }

    [Theory]
    [InlineData(nameof(Role.Window), true, true)]
    [InlineData(nameof(Role.Reviewer), true, true)]
    [InlineData(nameof(Role.Decider), true, true)]
    [InlineData(nameof(Role.SealKeeper), true, true)]
    [InlineData(nameof(Role.Administrator), true, false)]
    [InlineData(nameof(Role.DepartmentOfficer), false, true)]
    [InlineData(nameof(Role.Public), false, false)]
    [InlineData(nameof(Role.System), false, false)]
    public void The_roles_fit_the_organisation(string role, bool inBureau, bool inDepartment)
    {
        foreach (var (organisation, possible) in new[] { (District.Bureau, inBureau), (District.Health, inDepartment), (District.Town, inDepartment) })
        {
            var request = Opening with { Organisation = organisation.Code, Roles = [Enum.Parse<Role>(role)] };
            if (possible) OpenPerson.Decide(request, organisation, District.Locality, isTaken: false).ShouldBeOfType<PersonEvent.Opened>();
            else District.Refused("role-of-another", () => OpenPerson.Decide(request, organisation, District.Locality, isTaken: false), "roles");
        }
    }

    [Fact]
    public void A_post_is_changed_with_a_reason_and_only_if_it_is_another()
    {
        Assign(Guid.NewGuid(), Clerk, Another()).ShouldHaveSingleItem().ShouldBeOfType<PersonEvent.Assigned>().Roles.ShouldBe([Role.Reviewer]);
        District.Refused("reason-missing", () => Assign(Guid.NewGuid(), Clerk, Another() with { Reason = "" }), "reason");
        Assign(Guid.NewGuid(), Clerk, new(Clerk.Post, District.Bureau.Code, [Role.Window], "照旧")).ShouldBeEmpty();
        District.Refused("person-is-applicant", () => Assign(Guid.NewGuid(), Clerk with { Roles = [Role.Public] }, Another()));
    }

    [Fact]
    public void Nobody_takes_his_own_administration_nor_the_region_s_last()
    {
        District.Refused("own-administration", () => Assign(Administrator.Id, Chief, Another()));
        District.Refused("last-administrator", () => Assign(Guid.NewGuid(), Chief, Another(), hasOther: false));
        District.Refused("last-administrator", () => LockPerson.Decide(Guid.NewGuid(), Chief, new("离岗"), Administrator, hasOtherAdministrator: false));
        Assign(Guid.NewGuid(), Chief, Another()).ShouldHaveSingleItem();
        // He may give himself a further role, and another post.
        Assign(Administrator.Id, Chief, Another() with { Roles = [Role.Administrator, Role.Reviewer] }).ShouldHaveSingleItem();
    }

    [Fact]
    public void An_account_is_locked_and_unlocked_with_a_reason_and_never_one_s_own()
    {
        var locked = LockPerson.Decide(Guid.NewGuid(), Clerk, new("离岗"), Administrator, hasOtherAdministrator: true);
        locked.ShouldBe(new PersonEvent.Locked("离岗"));
        District.Refused("own-lock", () => LockPerson.Decide(Administrator.Id, Chief, new("离岗"), Administrator, hasOtherAdministrator: true));
        District.Refused("reason-missing", () => LockPerson.Decide(Guid.NewGuid(), Clerk, new(" "), Administrator, true), "reason");
        var gone = Clerk with { LockedAt = District.At("2026-03-02"), LockedBecause = "离岗" };
        District.Refused("person-locked-before", () => LockPerson.Decide(Guid.NewGuid(), gone, new("再次"), Administrator, true))
            .Message.ShouldContain("2026年3月2日");
        UnlockPerson.Decide(gone, new("返岗")).ShouldBe(new PersonEvent.Unlocked("返岗"));
        District.Refused("person-not-locked", () => UnlockPerson.Decide(Clerk, new("返岗")));
        District.Refused("reason-missing", () => UnlockPerson.Decide(gone, new("")), "reason");
    }

    [Fact]
    public void A_password_is_reset_for_somebody_else_only()
    {
        ResetPassword.Decide(Guid.NewGuid(), new("忘记密码"), Administrator).ShouldBe(new PersonEvent.PasswordReset("忘记密码"));
        District.Refused("own-password-reset", () => ResetPassword.Decide(Administrator.Id, new("忘记密码"), Administrator));
        District.Refused("reason-missing", () => ResetPassword.Decide(Guid.NewGuid(), new(""), Administrator), "reason");
    }

    [Fact]
    public void One_time_passwords_are_never_the_same_and_can_be_read_out()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => Passwords.NewOneTime()).ToArray();
        passwords.ShouldBeUnique();
        passwords.ShouldAllBe(p => System.Text.RegularExpressions.Regex.IsMatch(p, "^([a-hjkmnp-z]{4}-){3}[2-9]{4}$"));
    }

    private static AssignPost.Request Another() => new("审查", District.Bureau.Code, [Role.Reviewer], "轮岗");

    private static PersonEvent Open(OpenPerson.Request request) => OpenPerson.Decide(request, District.Bureau, District.Locality, isTaken: false);

    private static PersonEvent[] Assign(Guid id, Person person, AssignPost.Request request, bool hasOther = true) =>
        [.. AssignPost.Decide(id, person, request, District.Bureau, District.Locality, Administrator, hasOther)];
}

using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Health;

[assembly: DepartmentModule(typeof(HealthModule))]

namespace OneSeal.Modules.Health;

/// <summary>区卫生健康局 of 锦源区, an invented district.</summary>
public sealed class HealthModule : IDepartmentModule
{
    public void Configure(ModuleBuilder module)
    {
        module.Department(new("区卫生健康局", SocialCreditCode.Parse("11370390MB1A23023D"), RegionCode.Parse("370390")));

        module.AddItem(PublicPlaceHygiene.Item);
        module.AddItem(WaterSupplyHygiene.Item);
        module.AddItem(MedicalInstitutionSetup.Item);
        module.AddItem(MedicalInstitutionRegistration.Item);
        module.AddItem(RadiodiagnosisLicence.Item);
        module.AddItem(RadiationHazardPreview.Item);
        module.AddItem(NurseRegistration.Item);
        module.AddItem(PhysicianRegistration.Item);
        module.AddItem(MaternalCareLicence.Item);
        module.AddItem(ChineseMedicineClinicFiling.Item);

        module.Services.AddSingleton<ReinspectionCalendar>();
        module.Services.AddSingleton<ReinspectionPlan>();
        module.ObserveSupervision<PlanReinspection>(SupervisionTopic.Issued);

        // A claim is a legal act: the department must have said that it is to be made by itself, and for which office.
        if (module.Settings.TryGet(ClaimHygieneLicence.Office, out _))
            module.ObserveSupervision<ClaimHygieneLicence>(SupervisionTopic.Issued);
    }
}

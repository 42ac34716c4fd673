using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Housing;

[assembly: DepartmentModule(typeof(HousingModule))]

namespace OneSeal.Modules.Housing;

/// <summary>区住房和城乡建设局 of 锦源区, an invented district.</summary>
public sealed class HousingModule : IDepartmentModule
{
    public void Configure(ModuleBuilder module)
    {
        module.Department(new("区住房和城乡建设局", SocialCreditCode.Parse("11370390MB1A17017X"), RegionCode.Parse("370390")));

        module.AddItem(ConstructionPermit.Item);
        module.AddItem(PresalePermit.Item);
        module.AddItem(DrainagePermit.Item);
        module.AddItem(GasBusinessLicence.Item);
        module.AddItem(RoadOccupation.Item);
        module.AddItem(FireDesignReview.Item);
        module.AddItem(FireAcceptance.Item);
        module.AddItem(GasFacilityAlteration.Item);

        module.Services.AddSingleton<ContractorGrades>();
        module.Services.AddSingleton<CommencementPlan>();
        module.ObserveSupervision<WatchCommencement>(SupervisionTopic.Issued);

        module.Services.AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(30) });
        module.ObserveSupervision<TellSiteSafety>(SupervisionTopic.Issued, SupervisionTopic.LicenceChanged);
    }
}

using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Transport;

[assembly: DepartmentModule(typeof(TransportModule))]

namespace OneSeal.Modules.Transport;

/// <summary>区交通运输局 of 锦源区, an invented district.</summary>
public sealed class TransportModule : IDepartmentModule
{
    public void Configure(ModuleBuilder module)
    {
        module.Department(new("区交通运输局", SocialCreditCode.Parse("11370390MB1A180188"), RegionCode.Parse("370390")));

        module.AddItem(FreightLicence.Item);
        module.AddItem(PassengerLicence.Item);
        module.AddItem(StationLicence.Item);
        module.AddItem(OverloadPermit.Item);
        module.AddItem(RoadsideWorks.Item);
        module.AddItem(RoadsideTreeFelling.Item);
        module.AddItem(HighwayConstruction.Item);
        module.AddItem(DriverTrainingFiling.Item);

        module.Services.AddSingleton<RoadLimits>();
        module.Services.AddSingleton<SiteCheckPlan>();
        module.ObserveSupervision<CheckAfterFiling>(SupervisionTopic.Issued);

        // A requirement that has nobody to ask would block every grant: what is not connected is not registered.
        if (!module.Settings.TryGet(EnforcementSystem.Address, out _)) return;
        module.Services.AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(30) });
        module.Services.AddSingleton<EnforcementSystem>();
        module.RequireBeforeGranting<CarrierMayOperate>("承运人未被责令停业整顿或者吊销许可", OverloadPermit.BasicCode);
        module.CollectFeedback<EnforcementPenalties>(TimeSpan.FromMinutes(15));
    }
}

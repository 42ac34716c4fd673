using Microsoft.Extensions.DependencyInjection;
using OneSeal.Modules.Culture;
using OneSeal.Sdk;

[assembly: DepartmentModule(typeof(CultureModule))]

namespace OneSeal.Modules.Culture;

public sealed class CultureModule : IDepartmentModule
{
    public void Configure(ModuleBuilder module)
    {
        module.Department(new("区文化和旅游局", SocialCreditCode.Parse("11370390MB1A250252"), RegionCode.Parse("370390")));

        module.AddItem(Performance.Item);

        module.Services.AddSingleton<CrowdRules>();
        module.ObserveSupervision<AnnouncePerformance>(SupervisionTopic.Decided);
        module.ObserveSupervision<ClaimPerformance>(SupervisionTopic.Issued);

        if (!module.Settings.TryGet(CultureSystem.Address, out _)) return;
        module.Services.AddSingleton<HttpClient>().AddSingleton<CultureSystem>();
        module.RequireBeforeGranting<OrganiserMayPerform>("举办单位未被责令停业整顿", Performance.BasicCode);
        module.CollectFeedback<InspectionRecords>(TimeSpan.FromMinutes(30));
    }
}

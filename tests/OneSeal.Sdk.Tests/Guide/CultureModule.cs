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
    }
}

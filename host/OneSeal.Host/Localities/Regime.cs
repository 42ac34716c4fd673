using System.Text.Json.Serialization;

namespace OneSeal.Host.Localities;

/// <summary>
/// Who decides between the signing of a memorandum and the end of the handover. The notices differ, so it is a setting of the locality,
/// taken over into each memorandum on the day it takes effect.
/// </summary>
[JsonDerivedType(typeof(BySignature), "bySignature")]
[JsonDerivedType(typeof(DepartmentLeads), "departmentLeads")]
[JsonDerivedType(typeof(JointResponsibility), "jointResponsibility")]
internal abstract record Regime
{
    private Regime()
    {
    }

    /// <summary>The name of its kind, as it stands in the journal and the API.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>签订之日起由审批局办理: from the memorandum on the bureau decides (达拉特旗 三(三)2, 山西 四(三)3).</summary>
    public sealed record BySignature : Regime
    {
        public override string Key => "bySignature";
    }

    /// <summary>过渡期内由原部门牵头办理: until and on a fixed day the department leads and the bureau helps (临淄 四(三)).</summary>
    /// <param name="Until">过渡期截止日, the last day on which the department leads.</param>
    public sealed record DepartmentLeads(DateOnly Until) : Regime
    {
        public override string Key => "departmentLeads";
    }

    /// <summary>
    /// 过渡期内双方依法承担相应责任: from the memorandum on the bureau decides; for some months from the issue of the plan the department helps and
    /// both are responsible (达拉特旗 五(二): 6 months from 2023-01-19).
    /// </summary>
    /// <param name="IssuedOn">文件印发之日.</param>
    /// <param name="Months">How many months; that the last day is the same day of the month is inferred from 民法典 202.</param>
    public sealed record JointResponsibility(DateOnly IssuedOn, int Months) : Regime
    {
        public override string Key => "jointResponsibility";

        [JsonIgnore]
        public DateOnly Until => IssuedOn.AddMonths(Months);
    }
}

namespace OneSeal.Modules.Housing;

/// <summary>施工企业资质范围核验: whether the contractor's grade covers the building, and whether the planned dates agree.</summary>
public sealed class ContractorCheck(ContractorGrades grades) : IAutomaticStep
{
    public Task<StepOutcome> RunAsync(StepContext step, CancellationToken cancellationToken)
    {
        var form = step.Form<ConstructionPermit.Form>();
        var faults = grades.Excesses(form.Grade, form.Height, form.FloorArea, form.Span).ToList();
        if (form.Completion <= form.Start) faults.Add("计划竣工日期不晚于计划开工日期");
        return Task.FromResult(faults.Count == 0
            ? StepOutcome.Pass("工程规模在施工企业资质等级许可的范围内。")
            : StepOutcome.Object($"核验不符：{string.Join("；", faults)}。"));
    }
}

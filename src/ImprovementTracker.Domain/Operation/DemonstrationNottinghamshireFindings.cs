using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>The twelve findings of Ofsted's letter of 29 October 2009, word for word. Crown copyright 2009.</summary>
internal static class DemonstrationNottinghamshireFindings
{
    public static IReadOnlyList<Finding> Write(DemonstrationNottinghamshire of, Inspection inspection, Change change)
    {
        var found = new (FindingKind Kind, Theme Theme, string Words)[]
        {
            (FindingKind.Satisfactory, of.Knowing,
                "An audit of 80 children in need and child protection cases was carried out in April 2009 which revealed significant weaknesses. This audit was part of a wider strategic plan which has led to a focused management response. As a result, appropriate funding has been approved for a package of measures, including recruitment of 12 consultant practitioner child protection posts within child protection teams in the current financial year."),
            (FindingKind.Strength, of.Staff,
                "Social workers and managers at both the sites visited were committed to sustaining and improving the service, despite the challenging circumstances caused by high volumes of work."),
            (FindingKind.Strength, of.Knowing,
                "A strategic plan prepared in June 2009, in response to the Laming Review, demonstrates that the council has already recognised a number of the concerns highlighted in the inspection, for instance the need for better performance information for managers and staff and more effective auditing and quality assurance systems."),
            (FindingKind.AreaForDevelopment, of.FrontDoor,
                "Information recorded and passed on to reception and assessment teams by the Notts Connect contact centre, which is being piloted in some areas of the county, is not always accurate or complete. This results in essential information not being provided promptly and to delays in assessments."),
            (FindingKind.AreaForDevelopment, of.Oversight,
                "Some social workers are inappropriately expected to prioritise their workloads and the actions required without adequate management oversight."),
            (FindingKind.AreaForDevelopment, of.FrontDoor,
                "Thresholds for referral of child protection concerns by other agencies to reception and assessment teams are not consistently applied. As a result, some child protection referrals are not made directly to children's social care and some children potentially at risk are left without the services they need."),
            (FindingKind.AreaForDevelopment, of.Staff,
                "In the reception and assessment teams, most social workers, including recently qualified social workers, are carrying high caseloads that include a number of pieces of complex work that they are unable to complete within national guidance and to timescale."),
            (FindingKind.AreaForDevelopment, of.Knowing,
                "Performance management information is not readily available to reception and assessment team managers and information is not used systematically to inform service review and planning."),
            (FindingKind.AreaForDevelopment, of.Knowing,
                "There is no authority-wide system of regular monitoring and auditing of case files by managers."),
            (FindingKind.AreaForDevelopment, of.Oversight,
                "Supervision of social workers is not consistent across all teams, although some good practice was seen."),
            (FindingKind.AreaForPriorityAction, of.Protection,
                "The response to child protection referrals does not meet statutory guidance and does not ensure that children are adequately safeguarded. Referrals are sometimes closed prematurely without children being seen. Timescales for the completion of initial and core assessments are poor, with some not undertaken until some months after the referral has been received. Some initial and core assessments seen by inspectors do not demonstrate a clear analysis or evaluation of risk to the welfare and safety of children and some records were incomplete. Section 47 investigations are not always carried out by suitably experienced staff and child protection strategy discussions or assessments do not take place in all relevant circumstances or are subject to delays. This practice is not consistent with guidance in 'Working Together to Safeguard Children'."),
            (FindingKind.AreaForPriorityAction, of.Protection,
                "On the day of the inspection, at one site visited, inspectors referred five cases to senior managers for urgent review of decisions made about risk of serious harm. On being informed of the concerns, the Corporate Director for Children and Young People's Services and his management team responded promptly and robustly. This included a visit on the same day to a child identified as at potential risk, plans made to see other children within a short timescale, and arrangements put in place for strategy meetings and assessments to be urgently conducted. An action plan was made available by the end of the inspection, in response to inspection findings. Significant further work is needed by the council to ensure that other cases have not been left with a similar level of risk."),
        };
        var findings = found.Select((one, place) => new Finding(inspection, one.Kind, place + 1, one.Words, null, one.Theme, null, change)).ToList();
        foreach (var finding in findings)
            inspection.Findings.Add(finding);
        return findings;
    }
}

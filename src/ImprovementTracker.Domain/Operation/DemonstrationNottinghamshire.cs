using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottinghamshire County Council, improvement notice 2010-11: what the documents say of it.</summary>
internal sealed class DemonstrationNottinghamshire
{
    public static readonly DateOnly FirstDay = new(2009, 11, 2);
    public static readonly DateOnly LastDay = new(2011, 6, 14);

    /// <summary>The day on which the newspaper's report was entered, and that on which the council's own was.</summary>
    public static readonly DateOnly NewspaperRead = new(2011, 3, 30);
    public static readonly DateOnly ReportRead = new(2011, 6, 13);

    private static readonly string[] Districts = ["Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe"];

    private readonly DemonstrationScript _script;

    private DemonstrationNottinghamshire(DemonstrationScript script, DemonstrationPosts posts)
    {
        _script = script;
        Posts = posts;
        Programme = new Programme(Demonstration.NottinghamshireSlug, "Nottinghamshire County Council", "improvement notice, June 2010", new DateOnly(2009, 10, 29));
        Programme.CompareAs("E10000024");
        County = new Area(Programme, "Nottinghamshire", AreaKind.Authority, null, new DateOnly(2009, 4, 1));
        Localities =
        [
            .. Districts.Select(name => new Area(Programme, name, AreaKind.Locality, County, new DateOnly(2009, 4, 1))),
        ];
        FrontDoor = new Theme(Programme, "Contact and referral", 1);
        Assessment = new Theme(Programme, "Assessment", 2);
        Protection = new Theme(Programme, "Child protection", 3);
        Oversight = new Theme(Programme, "Management oversight and supervision", 4);
        Knowing = new Theme(Programme, "Performance information and audit", 5);
        Staff = new Theme(Programme, "Workforce", 6);
        Letter = new SourceDocument(Programme, "Ofsted's letter to the council, 29 October 2009",
            "Ofsted", KnownDate.On(2009, 10, 29), attribution: "Ofsted. Crown copyright 2009.");
        Report = new SourceDocument(Programme, "Scrutiny report on safeguarding improvement, June 2011",
            "Nottinghamshire County Council", KnownDate.In(2011, 6));
        Newspaper = new SourceDocument(Programme, "Newspaper report, spring 2011",
            "A local newspaper; the copy held bears neither its name nor the day", null);
        Inquiry = new SourceDocument(Programme, "Children in the care of the Nottinghamshire Councils, section F.3, paragraph 51",
            "Independent Inquiry into Child Sexual Abuse", KnownDate.In(2019, 7),
            address: "https://www.iicsa.org.uk/reports-recommendations/publications/investigation/nottinghamshire-councils/part-f-cross-cutting-themes/f3-external-inspections-childrens-social-care-councils");
    }

    public DemonstrationPosts Posts { get; }
    public Programme Programme { get; }
    public Area County { get; }
    public IReadOnlyList<Area> Localities { get; }
    public Theme FrontDoor { get; }
    public Theme Assessment { get; }
    public Theme Protection { get; }
    public Theme Oversight { get; }
    public Theme Knowing { get; }
    public Theme Staff { get; }
    public SourceDocument Letter { get; }
    public SourceDocument Report { get; }
    public SourceDocument Newspaper { get; }
    public SourceDocument Inquiry { get; }

    /// <summary>The letter's findings, in its order.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>The illustrative requirements, once they are entered.</summary>
    private IReadOnlyList<Requirement> _requirements = [];

    public void Require(params IReadOnlyList<Requirement> requirements) => _requirements = requirements;

    public Requirement Requirement(string reference) => _requirements.Single(requirement => requirement.Reference == reference);

    public static void Write(DemonstrationScript script, DemonstrationPosts posts)
    {
        var nottinghamshire = new DemonstrationNottinghamshire(script, posts);
        nottinghamshire.WriteStart();
        nottinghamshire.WriteInspections();
        nottinghamshire.WriteNotice();
        DemonstrationNottinghamshireNotice.Write(script, nottinghamshire);
        var measures = new DemonstrationNottinghamshireMeasures(script, nottinghamshire);
        measures.Write();
        DemonstrationNottinghamshireTargets.Write(script, nottinghamshire, measures);
        DemonstrationNottinghamshireTimeline.Write(script, nottinghamshire);
        var plan = new DemonstrationPlan(script, nottinghamshire.Programme, posts.ProgrammeManager, () => nottinghamshire.Findings, DemonstrationNottinghamshireMeasures.DefinedOn);
        DemonstrationNottinghamshirePlan.Write(plan, nottinghamshire, measures);
        DemonstrationNottinghamshirePractice.Write(plan, nottinghamshire, measures);
        nottinghamshire.On(LastDay, "ended the record of the programme on 14 June 2011", _ =>
            nottinghamshire.Programme.Describe(nottinghamshire.Programme.Authority, nottinghamshire.Programme.Name, nottinghamshire.Programme.StartsOn, LastDay));
    }

    public void On(DateOnly day, string what, Action<Change> apply) => _script.On(day, Posts.ProgrammeManager, Programme, what, apply);

    private void WriteStart()
    {
        _script.On(FirstDay, null, Programme, "made the people of the demonstration and the programme of Nottinghamshire County Council", _ =>
        {
            _script.Db.AddRange(Posts.All);
            _script.Db.Add(Programme);
            _script.Db.Add(County);
            _script.Db.AddRange(Localities);
            _script.Db.AddRange(FrontDoor, Assessment, Protection, Oversight, Knowing, Staff);
            _script.Db.AddRange(Letter, Report, Newspaper, Inquiry);
        });
        _script.On(FirstDay, null, Programme, "gave the people their roles", change =>
        {
            _script.Db.AddRange(Posts.RolesIn(Programme, change));
            _script.Db.Add(new Membership(Posts.Administrator, null, Role.Administrator, change));
        });
    }

    private void WriteInspections()
    {
        Inspection letter = null!;
        On(FirstDay, "entered the unannounced inspection of October 2009 with 12 findings", change =>
        {
            letter = Inspect(InspectionKind.UnannouncedContactReferralAssessment, "Annual unannounced inspection of contact, referral and assessment arrangements", "Ofsted",
                KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 9), KnownDate.On(2009, 10, 29), "Carried out under section 138 of the Education and Inspections Act 2006. A visit of this kind gives no grade.", Letter, change);
            Findings = DemonstrationNottinghamshireFindings.Write(this, letter, change);
        });
        On(new(2010, 4, 12), "entered the full inspection of March 2010", change =>
        {
            var full = Inspect(InspectionKind.SafeguardingAndLookedAfterChildren, "Full inspection of safeguarding and looked after children services", "Ofsted",
                KnownDate.In(2010, 3), null, null,
                "The inspection report itself is not held, so no finding is entered. The two grades are as the Independent Inquiry into Child Sexual Abuse gives them; that 13 of 33 judged areas were inadequate is as a newspaper printed it in 2011.", Newspaper, change);
            full.StateTally(13, 33, Grade.Inadequate, Newspaper);
            var safeguarding = new JudgedArea(Programme, "Safeguarding services", 1);
            var lookedAfter = new JudgedArea(Programme, "Services for looked after children", 2);
            safeguarding.AimFor(Grade.Adequate, new Month(2011, 12), isIllustrative: true, change);
            lookedAfter.AimFor(Grade.Good, new Month(2011, 12), isIllustrative: true, change);
            full.Judgements.Add(new Judgement(full, safeguarding, Grade.Inadequate, Inquiry, change));
            full.Judgements.Add(new Judgement(full, lookedAfter, Grade.Adequate, Inquiry, change));
        });
        On(NewspaperRead, "entered the unannounced inspection of February 2011; two areas for priority action addressed", change =>
        {
            var visit = Inspect(InspectionKind.UnannouncedContactReferralAssessment, "Unannounced inspection of contact and duty points", "Ofsted",
                KnownDate.In(2011, 2), null, null,
                "Only a newspaper reports what the inspectors found; their letter is not held, so none of their words are quoted. It says that 40 cases were looked at, that no area for priority action remained, and that core assessments were still too often late and of uneven quality.", Newspaper, change);
            foreach (var finding in Findings.Where(finding => finding.Kind == FindingKind.AreaForPriorityAction))
            {
                _script.Db.Add(new FindingReview(finding, visit, ReviewOutcome.Addressed, null,
                    "A newspaper of spring 2011 reports that no area for priority action remained. The inspectors' letter itself is not held.", Newspaper, change));
            }
        });
        On(ReportRead, "entered the peer challenge of May 2011", change => Inspect(InspectionKind.PeerChallenge, "Peer challenge of partnership safeguarding services", "Peer challenge team",
            KnownDate.In(2011, 5), null, null,
            "The council's report of June 2011 says that the initial findings were positive and that the areas for sustained improvement were already known. The team's own report, expected in July 2011, is not held.", Report, change));
    }

    private void WriteNotice()
    {
        On(new(2010, 4, 12), "moved the programme to preparing", change => Programme.Statuses.Add(new ProgrammeStatus(Programme, LifecycleState.Preparing, KnownDate.In(2010, 3),
            "The full inspection of March 2010 judged safeguarding services inadequate.", Inquiry, change)));
        On(new(2010, 6, 28), "moved the programme to issued", change =>
        {
            Programme.PlaceUnder(InterventionKind.ImprovementNotice, KnownDate.In(2010, 6), "Improvement notice issued by the Secretary of State. The text of the notice is not held.");
            Programme.Statuses.Add(new ProgrammeStatus(Programme, LifecycleState.Issued, KnownDate.In(2010, 6),
                "The Secretary of State issued an improvement notice to Nottinghamshire.", Report, change));
        });
        On(new(2011, 4, 18), "moved the programme to on track", change => Programme.Statuses.Add(new ProgrammeStatus(Programme, LifecycleState.OnTrack, KnownDate.On(2011, 4, 15),
            "As the review meeting with the Department for Education concluded.", Report, change)));
    }

    private Inspection Inspect(InspectionKind kind, string title, string inspectorate, KnownDate from, KnownDate? to, KnownDate? published, string note, SourceDocument source, Change change)
    {
        var inspection = new Inspection(Programme, change);
        inspection.Describe(kind, title, inspectorate, from, to, published, Visibility.Published, note, source);
        _script.Db.Add(inspection);
        return inspection;
    }
}

using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Nottingham City Council, from July 2022: what the documents say of it.</summary>
internal sealed class DemonstrationNottingham
{
    public static readonly DateOnly FirstDay = new(2022, 9, 12);
    public static readonly DateOnly LastDay = new(2023, 9, 30);

    private static readonly string[] InventedLocalities = ["North locality (illustrative)", "Central locality (illustrative)", "South locality (illustrative)"];

    private readonly DemonstrationScript _script;

    private DemonstrationNottingham(DemonstrationScript script, DemonstrationPosts posts)
    {
        _script = script;
        Posts = posts;
        Programme = new Programme(Demonstration.NottinghamSlug, "Nottingham City Council", "improvement programme, from July 2022", new DateOnly(2022, 7, 11));
        Programme.CompareAs("E06000018");
        City = new Area(Programme, "Nottingham City", AreaKind.Authority, null, new DateOnly(2022, 4, 1));
        Localities =
        [
            .. InventedLocalities.Select(name => new Area(Programme, name, AreaKind.Locality, City, new DateOnly(2022, 4, 1))),
        ];
        FrontDoor = new Theme(Programme, "First response", 1);
        Oversight = new Theme(Programme, "Management oversight", 2);
        Help = new Theme(Programme, "Help and protection", 3);
        InCare = new Theme(Programme, "Children in care and care leavers", 4);
        Staff = new Theme(Programme, "Workforce", 5);
        Report = new SourceDocument(Programme, "Ofsted's inspection report, 5 September 2022",
            "Ofsted", KnownDate.On(2022, 9, 5), address: "https://reports.ofsted.gov.uk/",
            attribution: "Ofsted. Crown copyright 2022. Contains public sector information licensed under the Open Government Licence.");
        Newspaper = new SourceDocument(Programme, "Newspaper report on the committee of 26 January 2023", "Nottingham Post", null);
        Minutes = new SourceDocument(Programme, "Scrutiny committee's minutes, after August 2023",
            "Nottingham City Council; the copy held bears no date", null);
    }

    public DemonstrationPosts Posts { get; }
    public Programme Programme { get; }
    public Area City { get; }
    public IReadOnlyList<Area> Localities { get; }
    public Theme FrontDoor { get; }
    public Theme Oversight { get; }
    public Theme Help { get; }
    public Theme InCare { get; }
    public Theme Staff { get; }
    public SourceDocument Report { get; }
    public SourceDocument Newspaper { get; }
    public SourceDocument Minutes { get; }

    /// <summary>The eight areas for improvement, in the report's order.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public static void Write(DemonstrationScript script, DemonstrationPosts posts)
    {
        var nottingham = new DemonstrationNottingham(script, posts);
        nottingham.WriteStart();
        nottingham.WriteInspections();
        var measures = new DemonstrationNottinghamMeasures(script, nottingham);
        measures.Write();
        DemonstrationNottinghamBenchmarks.Write(script, nottingham, measures.Agency);
        DemonstrationNottinghamTimeline.Write(script, nottingham);
        DemonstrationNottinghamPlan.Write(
            new DemonstrationPlan(script, nottingham.Programme, posts.ProgrammeManager, () => nottingham.Findings, DemonstrationNottinghamMeasures.DefinedOn), nottingham, measures);
        nottingham.On(LastDay, "ended the record of the programme on 30 September 2023", _ =>
            nottingham.Programme.Describe(nottingham.Programme.Authority, nottingham.Programme.Name, nottingham.Programme.StartsOn, LastDay));
    }

    public void On(DateOnly day, string what, Action<Change> apply) => _script.On(day, Posts.ProgrammeManager, Programme, what, apply);

    private void WriteStart()
    {
        _script.On(FirstDay, null, Programme, "made the programme of Nottingham City Council", _ =>
        {
            _script.Db.Add(Programme);
            _script.Db.Add(City);
            _script.Db.AddRange(Localities);
            _script.Db.AddRange(FrontDoor, Oversight, Help, InCare, Staff);
            _script.Db.AddRange(Report, Newspaper, Minutes);
        });
        _script.On(FirstDay, null, Programme, "gave the people their roles", change => _script.Db.AddRange(Posts.RolesIn(Programme, change)));
        On(FirstDay, "noted how the programme began", change => Programme.Statuses.Add(new ProgrammeStatus(Programme, LifecycleState.Preparing, KnownDate.In(2022, 7),
            "The inspection of July 2022 judged overall effectiveness inadequate. The documents held speak of an improvement adviser, whom the Department for Education appointed, of an improvement board and of monitoring visits; they name no notice or direction, and no commissioner was appointed.", Report, change)));
    }

    private void WriteInspections()
    {
        On(FirstDay, "entered the inspection of July 2022 with 8 findings", change =>
        {
            var inspection = Inspect(InspectionKind.IlacsStandard, "Inspection of Nottingham City local authority children’s services",
                KnownDate.On(2022, 7, 11), KnownDate.On(2022, 7, 22), KnownDate.On(2022, 9, 5), null, Report, change);
            Judge(inspection, "The impact of leaders on social work practice with children and families", 1, Grade.RequiresImprovement, Grade.Good, change);
            Judge(inspection, "The experiences and progress of children who need help and protection", 2, Grade.Inadequate, Grade.RequiresImprovement, change);
            Judge(inspection, "The experiences and progress of children in care and care leavers", 3, Grade.RequiresImprovement, Grade.Good, change);
            Judge(inspection, "Overall effectiveness", 4, Grade.Inadequate, Grade.RequiresImprovement, change);
            Findings = Found(inspection, change);
        });
        On(new(2023, 2, 27), "entered the monitoring visit of February 2023", change => Inspect(InspectionKind.MonitoringVisit, "First monitoring visit: the front door",
            KnownDate.In(2023, 2), null, null,
            "The minutes of the scrutiny committee say that the visit looked at the front door and noted evidence of progress. The inspectors' own words are not held. Monitoring visits give no grade.", Minutes, change));
        On(new(2023, 8, 30), "entered the monitoring visit of July 2023", change => Inspect(InspectionKind.MonitoringVisit, "Second monitoring visit: children in need and children with a child protection plan",
            KnownDate.In(2023, 7), null, KnownDate.On(2023, 8, 29),
            "The minutes of the scrutiny committee say that much is still to be done, that practice is variable and that tangible progress is being made, and that a letter was published on 29 August 2023. The letter's words are not held. Monitoring visits give no grade.", Minutes, change));
    }

    private List<Finding> Found(Inspection inspection, Change change)
    {
        var found = new (Theme Theme, string Words)[]
        {
            (FrontDoor, "Effectiveness and timeliness of responses to children’s needs when first presented to the multi-agency safeguarding hub (MASH)."),
            (Oversight, "Management oversight and direction of front-line work and the local authority designated officer (LADO)."),
            (Staff, "Social work capacity, so that social workers and first-line managers can respond effectively to children in need of help and protection, and that children in care have greater consistency of social worker."),
            (InCare, "Placement sufficiency for children in care and those with complex needs."),
            (InCare, "The service response to care leavers aged 21 and over."),
            (InCare, "The service response to young people who are aged 16 and 17 who present as homeless."),
            (Help, "The quality and timeliness of return home interviews."),
            (Help, "Oversight of children missing from education and those who are electively home educated."),
        };
        var findings = found.Select((one, place) => new Finding(inspection, FindingKind.AreaForImprovement, place + 1, one.Words, null, one.Theme, null, change)).ToList();
        foreach (var finding in findings)
            inspection.Findings.Add(finding);
        return findings;
    }

    private void Judge(Inspection inspection, string name, int order, Grade given, Grade aimedFor, Change change)
    {
        var area = new JudgedArea(Programme, name, order);
        area.AimFor(aimedFor, new Month(2025, 7), isIllustrative: true, change);
        inspection.Judgements.Add(new Judgement(inspection, area, given, null, change));
    }

    private Inspection Inspect(InspectionKind kind, string title, KnownDate from, KnownDate? to, KnownDate? published, string? note, SourceDocument source, Change change)
    {
        var inspection = new Inspection(Programme, change);
        inspection.Describe(kind, title, "Ofsted", from, to, published, Visibility.Published, note, source);
        _script.Db.Add(inspection);
        return inspection;
    }
}

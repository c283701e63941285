"""What the made-up books are made of. All companies and people are invented; addresses end in `.example`."""

FIRST_NAMES = (
    "Maria", "Tom", "Jane", "Ana", "Carl", "José", "Łukasz", "Søren", "Zoë", "Jürgen", "Noor", "Priya", "Wei",
    "Hiroshi",
    "Chloé", "Björn", "Ingrid", "Mateusz", "Siân", "Aoife", "Luca", "Giulia", "Pieter", "Fatma", "Çağla", "Dmitri",
    "Élodie", "Hugo", "Ivana", "Jonas", "Karin", "Lena", "Marek", "Nadia", "Olga", "Pablo", "Quentin", "Rosa", "Stefan",
    "Tereza", "Ulrike", "Victor", "Wanda", "Yusuf", "Anders", "Beatriz", "Cosmin", "Dörte", "Emil", "Freya",
)  # fmt: skip

SURNAMES = (
    "López", "Hansen", "Doe", "Lima", "Berg", "Müller", "Kowalski", "Nowak", "García", "Ferreira", "Okafor", "Nguyen",
    "Tanaka", "Sørensen", "Åkesson", "Dubois", "Lefèvre", "Rossi", "Bianchi", "Öztürk", "Yılmaz", "Novák", "Dvořák",
    "Horváth", "Popescu", "Ivanova", "Petrov", "Jansen", "de Vries", "van Dijk", "O'Brien", "Murphy", "Smith", "Patel",
    "Singh", "Chen", "Weiß", "Schäfer", "Großmann", "Lindqvist", "Virtanen", "Mäkinen", "Jørgensen", "Haugen", "Silva",
    "Moreau", "Keller", "Frei", "Brandt", "Olsen", "Marín", "Castro", "Fischer", "Wójcik", "Zieliński", "Baker",
)  # fmt: skip

STEMS = (
    "Acme", "Bergen", "Northern", "Halden", "Corvus", "Delphin", "Elbtal", "Fjord", "Gotland", "Hansa", "Iberia",
    "Jura",
    "Kestrel", "Lumen", "Meridian", "Nordlys", "Oresund", "Pinnacle", "Quarz", "Rhenus", "Sable", "Tamar", "Umbra",
    "Vektor", "Westfal", "Xenon", "Ypsilon", "Zenit", "Alpin", "Baltic", "Castell", "Dorado", "Ember", "Falken",
    "Granit", "Helios", "Isar", "Kobalt", "Laguna", "Mistral",
)  # fmt: skip

SECTORS = (
    "Robotics", "Shipping", "Foods", "Energi", "Pharma", "Logistik", "Papier", "Kunststoffe", "Optik", "Maskin",
    "Textil", "Steel", "Chemie", "Elektro", "Automotive", "Glas", "Packaging", "Hydraulik", "Sensorik", "Medical",
    "Wind", "Rail", "Dairy", "Ceramics", "Tooling",
)  # fmt: skip

CITIES = (
    "Aarhus", "Bilbao", "Cork", "Dresden", "Espoo", "Faro", "Gdańsk", "Haarlem", "Innsbruck", "Jönköping", "Kraków",
    "Lyon", "Malmö", "Nantes", "Oulu", "Porto", "Québec", "Rostock", "Szeged", "Tromsø", "Utrecht", "Växjö", "Würzburg",
    "Zürich",
)  # fmt: skip

LEGAL_FORMS = ("GmbH", "AS", "AB", "Ltd", "S.A.", "B.V.", "Oy", "A/S", "SpA", "Sp. z o.o.")
SYSTEMS = ("salesforce", "hubspot", "sap")
TAGS = ("dach", "nordics", "iberia", "benelux", "robotics", "process", "oem", "aftermarket", "regulated", "multi-site")

OFFERINGS = {
    "firmware": "Controller firmware",
    "support": "24/7 support",
    "drives": "Servo drives",
    "retrofit": "Line retrofit",
    "training": "Operator training",
    "analytics": "Uptime analytics",
}

DEPARTMENTS = {
    "Operations": ("VP Operations", ("Line manager", "Shift lead", "Plant manager", "Maintenance planner")),
    "Procurement": ("Head of Procurement", ("Category buyer", "Strategic buyer", "Contract manager")),
    "Engineering": ("Director of Engineering", ("Automation engineer", "Project engineer", "Test engineer")),
    "Quality": ("Head of Quality", ("Quality engineer", "Supplier auditor")),
    "Finance": ("CFO", ("Controller", "Accounts payable lead")),
    "IT": ("CIO", ("OT security officer", "Integration architect")),
    "Logistics": ("Head of Logistics", ("Warehouse manager", "Transport planner")),
    "Legal": ("General Counsel", ("Legal counsel",)),
}
ROLES = {
    "Operations": ("user", "sponsor", "influencer"),
    "Procurement": ("gatekeeper", "budget", "approver"),
    "Engineering": ("technical", "influencer", "user"),
    "Quality": ("technical", "influencer"),
    "Finance": ("budget", "approver"),
    "IT": ("technical", "gatekeeper"),
    "Logistics": ("user", "influencer"),
    "Legal": ("legal", "gatekeeper"),
}
CARES = (
    "No unplanned downtime in the fourth quarter",
    "Fewer suppliers, one contract for all plants",
    "A safe switch-over; nobody wants another March",
    "Cost per unit, and being able to show it",
    "Spare parts on site within four hours",
    "Being told early: bad news is fine, surprises are not",
    "Energy use of the older lines",
    "Getting the audit done before summer",
)

TEAM_TITLES = (
    ("Key account manager", "Sales"),
    ("Field engineer", "Service"),
    ("Application engineer", "Engineering"),
    ("Service manager", "Service"),
    ("Managing director", "Executive"),
    ("Credit controller", "Finance"),
)

NEEDS = (
    "Controllers for line 5, service for all plants",
    "One maintenance contract instead of six",
    "Retrofit of the packaging hall before the 2027 season",
    "Remote support: nights and weekends",
    "Training for forty operators in two languages",
)
WHYS = (
    "Two of three lines run on us",
    "Their volume carries the northern depot",
    "They asked for a joint roadmap",
    "Margin too thin for the effort",
    "New plant is decided, supplier is not",
)
COMPETITORS = ("Voltics", "Kronotek", "Servomat", "Brightline", "Östberg Drives", "Anyon Controls")
WHERES = ("line 5", "spare parts", "the new plant", "service nights", "packaging hall")

PROMISES = (
    "Root-cause report for the March outage",
    "Spare-part stock on site",
    "Price hold for 2026",
    "Loan unit during the retrofit",
    "Monthly uptime figures, first week of the month",
    "Second technician for the night shift",
    "Test rig for the new firmware",
    "Answer on the liability clause",
    "Offer for line 5 with options",
    "Operator manual in Polish",
)
THEIR_PROMISES = (
    "Forecast for the next two quarters",
    "Access to the line for tests",
    "Named contact in the new plant",
    "Purchase order before the summer break",
)
GIFTS = (
    ("rebate", "3% volume rebate"),
    ("price", "Price hold on spare parts"),
    ("terms", "Sixty days instead of thirty"),
    ("extra_scope", "Two extra commissioning days"),
    ("expertise", "Engineer on site for a week"),
    ("training", "Operator training, twelve people"),
    ("research", "Vibration study of line 2"),
)
RETURNS = (
    ("commitment", "Two-year volume commitment"),
    ("reference", "Reference call"),
    ("introduction", "Introduction to the sister plant"),
    ("risk_share", "Shared cost of the pilot"),
    ("expertise", "Access to their test bench"),
    ("other", "Talk at our service day"),
)
VALUES = (
    ("Downtime on line 4 halved", "40 h a year", "46 h"),
    ("Energy per unit", "8% less", "5% less"),
    ("Changeover time", "from 35 to 20 minutes", "22 minutes"),
    ("Spare-part stock", "a third less capital", "not yet measured"),
)
NOTES = (
    "Line-4 status",
    "Quarterly talk, mood good",
    "Went through the open points; two are left",
    "Offer for line 5 presented",
    "Site visit with the new plant manager",
    "Complaint about response times: agreed on a daily call",
    "Lunch, no agenda",
    "Budget round for next year",
    "Audit preparation",
)
ISSUES = (
    ("Two outages in March", "product"),
    ("Invoices without order number", "process"),
    ("Hotline changes people too often", "people"),
    ("Firmware 4.2 loses settings", "product"),
    ("Deliveries to the wrong gate", "process"),
)
CUSTOMER_GOALS = (
    ("uptime", "Line 4 above 99.5%", "OEE", "99.5"),
    ("scrap", "Scrap under 2%", "scrap rate", "2.0"),
    ("energy", "Ten percent less energy per unit", "kWh per unit", "0.9"),
    ("lead-time", "Order to delivery in five days", "days", "5"),
)
INITIATIVES = (
    ("uptime-review", "Quarterly uptime review"),
    ("joint-roadmap", "Joint roadmap workshop"),
    ("line-5-pilot", "Pilot on line 5, four weeks"),
    ("exec-dinner", "Meeting of both managing directors"),
    ("invoice-fix", "Clean invoices: one template, one contact"),
)
REVIEW_NOTES = (
    "First review",
    "Held; nothing new from procurement",
    "Needs a sponsor above the plant",
    "Good quarter: promises kept, two new contacts",
    "Margin is the topic for the next one",
)
COMMENTS = (
    "# checked with the plant in September",
    "# estimate, ask controlling",
    "# see the minutes of the last steering meeting",
    "# TODO: who signs above 250k?",
    "# figures as reported, not audited",
)

STAGES = ("exploratory", "basic", "collaborative", "interconnected")
STANDINGS = ("supplier", "supplier_of_choice", "partner")
LEVELS = ("none", "vendor", "credible_source", "problem_solver", "trusted_advisor")
SUPPORT = ("champion", "supporter", "supporter", "neutral", "neutral", "skeptic", "opponent")
ALTERNATIVES = ("none", "few", "few", "several", "many")
PATTERNS = ("shallow_dependence", "shallow_interdependence", "deep_dependence", "deep_interdependence")
SIGNALS = (
    "joint_plan", "joint_product", "joint_marketing", "joint_cost_saving", "shares_internal_problems",
    "open_information", "mutual_acknowledgement", "preferred_supplier", "sole_supplier", "customer_engages",
    "knows_our_business", "we_know_theirs", "reduced_checks", "light_governance", "price_first", "easy_exit",
    "held_to_ransom", "one_way", "firefighting", "uncoordinated_contact", "talking_past_each_other",
    "leadership_change", "strategy_change", "market_stress", "uses_our_portal",
)  # fmt: skip

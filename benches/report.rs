use std::fmt::Write as _;
use std::path::Path;

/// What was measured, in the order of measuring.
pub struct Report {
    machine: String,
    /// The database that is measured now, where it is not the built-in one.
    over: &'static str,
    lines: Vec<Line>,
}

struct Line {
    goal: String,
    what: String,
    measured: f64,
    unit: String,
    guard: Guard,
}

/// What the figure must not pass.
#[derive(Clone, Copy)]
pub enum Guard {
    AtMost(f64),
    AtLeast(f64),
    /// Reported beside the others, without a guard.
    None,
}

impl Report {
    pub fn on(machine: String) -> Self {
        println!("{machine}");
        Self { machine, over: "", lines: Vec::new() }
    }

    /// What follows is measured over this database.
    pub fn over(&mut self, database: &'static str) {
        self.over = database;
    }

    pub fn add(&mut self, goal: impl Into<String>, what: impl Into<String>, measured: f64, unit: impl Into<String>, guard: Guard) {
        let what = match self.over {
            "" => what.into(),
            database => [database, ": ", &what.into()].concat(),
        };
        let line = Line { goal: goal.into(), what, measured, unit: unit.into(), guard };
        println!("{}", line.words());
        self.lines.push(line);
    }

    pub fn write(self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
        std::fs::create_dir_all(&folder).expect("target/bench");
        let mut text = format!("# Measured\n\n{}\n\n| goal | what | measured | guard | |\n|---|---|---|---|---|\n", self.machine);
        for line in &self.lines {
            _ = writeln!(
                text,
                "| {} | {} | {:.1} {} | {} | {} |",
                line.goal,
                line.what,
                line.measured,
                line.unit,
                line.guard.words(),
                line.verdict()
            );
        }
        std::fs::write(folder.join("report.md"), text).expect("report.md");
        let lines: Vec<_> = self.lines.iter().map(|line| serde_json::json!({ "goal": line.goal, "what": line.what, "measured": line.measured, "unit": line.unit, "met": line.guard.met(line.measured) })).collect();
        let json = serde_json::json!({ "machine": self.machine, "figures": lines });
        std::fs::write(folder.join("report.json"), json.to_string()).expect("report.json");
        let missed = self.lines.iter().filter(|line| !line.guard.met(line.measured)).count();
        println!("{} figures, {missed} missed; target/bench/report.md", self.lines.len());
    }
}

impl Line {
    fn words(&self) -> String {
        format!("{:4} {:58} {:>10.1} {:8} {:>16} {}", self.goal, self.what, self.measured, self.unit, self.guard.words(), self.verdict())
    }

    fn verdict(&self) -> &'static str {
        match self.guard {
            Guard::None => "",
            guard if guard.met(self.measured) => "met",
            _ => "MISSED",
        }
    }
}

impl Guard {
    fn met(self, measured: f64) -> bool {
        match self {
            Self::AtMost(most) => measured <= most,
            Self::AtLeast(least) => measured >= least,
            Self::None => true,
        }
    }

    fn words(self) -> String {
        match self {
            Self::AtMost(most) => format!("<= {most}"),
            Self::AtLeast(least) => format!(">= {least}"),
            Self::None => String::new(),
        }
    }
}

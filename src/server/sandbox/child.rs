//! The child's way from its start to its end. It never returns to the program's main.

use std::process::exit;

use clap::ValueEnum;

use super::{card_child, fence, letter_child, mark_child, picture_child, probe, sheet_child, show_child, wire};

/// What a child is started for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Makes a picture clean.
    Image,
    /// Makes a picture clean, in all sizes in which everybody is shown it.
    Show,
    /// Writes across a clean picture who looks at it.
    Mark,
    /// Draws the card with which a product is shared.
    Card,
    /// Makes a letter a PDF.
    Letter,
    /// Reads the cells of a spreadsheet.
    Sheet,
    /// Tries to get out, and tells.
    Probe,
}

impl Kind {
    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Show => "show",
            Self::Mark => "mark",
            Self::Card => "card",
            Self::Letter => "letter",
            Self::Sheet => "sheet",
            Self::Probe => "probe",
        }
    }

    /// Address space. The program itself (a third of it in a debug build), its libraries and every thread's stack
    /// count too.
    const fn memory_bytes(self) -> u64 {
        match self {
            Self::Image | Self::Show => 448 << 20,
            Self::Card | Self::Letter | Self::Mark | Self::Sheet | Self::Probe => 320 << 20,
        }
    }
}

/// Puts up the fence, does the one piece of work, ends. The exit code says no more than "done" (0)
/// or "no fence, no reader or no writer" (70): everything else is in the answer.
pub fn child_main(kind: Kind) -> ! {
    let ended = run(kind);
    exit(if ended.is_some() { 0 } else { 70 })
}

fn run(kind: Kind) -> Option<()> {
    fence::limit_resources(kind.memory_bytes()).ok()?;
    let landlock = fence::close_files();
    let before = (kind == Kind::Probe).then(probe::try_files);
    fence::close_system_calls().ok()?;

    let message = wire::read_all().ok()?;
    let pieces = wire::unpack(&message)?;
    match kind {
        Kind::Image => picture_child::answer(&pieces),
        Kind::Show => show_child::answer(&pieces),
        Kind::Mark => mark_child::answer(&pieces),
        Kind::Card => card_child::answer(&pieces),
        Kind::Letter => letter_child::answer(&pieces),
        Kind::Sheet => sheet_child::answer(&pieces),
        Kind::Probe => probe::answer(landlock, before?),
    }
}

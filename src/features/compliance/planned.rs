//! How a plan is said, to its office and to its reviewer.

use super::Plan;
use crate::domain::{Day, Lang, OfficeKind};
use crate::ui::{MarkView, NoteView, mark, note};

pub const fn code_label(kind: OfficeKind) -> &'static str {
    match kind {
        OfficeKind::Desa => "Kode kegiatan APBDes",
        // A kelurahan has no budget of its own.
        OfficeKind::Kelurahan => "Kode kegiatan DPA",
    }
}

pub fn note_of_plan(plan: &Plan, kind: OfficeKind, today: Day) -> NoteView {
    let (late, until) = (plan.days_late(today), plan.content.until.in_words(Lang::Id));
    let (who, icon, title) = match plan.done {
        Some(day) => ("done", "circle-check", ["Rencana perbaikan selesai ", &day.in_words(Lang::Id)].concat()),
        None if late > 0 => ("stop", "alert-triangle", ["Rencana perbaikan lewat ", &late.to_string(), " hari"].concat()),
        None => ("office", "clock", ["Rencana perbaikan, sampai ", &until].concat()),
    };
    let code = plan.content.code.as_ref().map(|code| [" ", code_label(kind), ": ", code.as_str(), "."].concat()).unwrap_or_default();
    let was_due = if late > 0 { [" Tenggatnya ", &until, "."].concat() } else { String::new() };
    let said = ["“", &plan.content.what, "” Penanggung jawab: ", &plan.content.owner, ".", &was_due, &code].concat();
    note(who, icon, title, said)
}

/// Of one that is open.
pub fn mark_of_plan(plan: &Plan, today: Day) -> MarkView {
    match plan.days_late(today) {
        0 => mark("office", "clock", "Berjalan"),
        late => mark("stop", "alert-triangle", ["Lewat ", &late.to_string(), " hari"].concat()),
    }
}

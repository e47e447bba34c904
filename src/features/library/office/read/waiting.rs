//! What waits at the desk: late loans, copies that are put aside, and readers in the queue.

use crate::access::ActName;
use crate::domain::ReservationId;
use crate::features::library::office::Desk;
use crate::features::library::office::desk::{LANG, Names};
use crate::features::library::office::parts::{part, press};
use crate::features::library::office::views::{PartView, RowView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::store::Reminder;
use crate::features::library::{Copy, CopyPlace, Loan, Reservation};
use crate::server::clock::day_at;
use crate::ui::{mark, way};

/// What the lists below the desk are made of.
pub struct Waiting {
    pub late: Vec<Loan>,
    /// What was told of those, the last first.
    pub reminders: Vec<Reminder>,
    pub aside: Vec<Copy>,
    /// For whom copies are put aside, whether or not they still want them.
    pub for_whom: Vec<Reservation>,
    pub line: Vec<Reservation>,
}

impl Waiting {
    pub fn for_whom(&self, copy: &Copy) -> Option<&Reservation> {
        let wanted = reserved(copy)?;
        self.for_whom.iter().find(|reservation| reservation.id == wanted)
    }

    /// Nobody comes for it any more: whoever reserved it gave it up, or the day is over.
    pub fn is_over(&self, desk: &Desk, copy: &Copy) -> bool {
        let CopyPlace::Aside { until, .. } = copy.place else { return false };
        until < desk.today() || self.for_whom(copy).is_none_or(|reservation| !reservation.turn.is_open())
    }
}

/// For which reservation a copy is put aside.
pub fn reserved(copy: &Copy) -> Option<ReservationId> {
    match copy.place {
        CopyPlace::Aside { reservation, .. } => Some(reservation),
        _ => None,
    }
}

/// What readers should have brought back.
pub fn late_part(desk: &Desk, waiting: &Waiting, names: &Names) -> PartView {
    let row = |loan: &Loan| RowView {
        way: way([COUNTER, "?kode=", names.code(loan.copy)].concat(), names.title(loan.title)),
        more: vec![names.name_and_card(loan.reader), reminded(desk, waiting, loan)],
        mark: Some(mark("stop", "clock", words::late(loan.days_late(desk.today())))),
        forms: Vec::new(),
    };
    listed("Terlambat", waiting.late.iter().map(row).collect(), "Tidak ada pinjaman yang terlambat.")
}

/// Whom the server has told, and whom somebody must.
fn reminded(desk: &Desk, waiting: &Waiting, loan: &Loan) -> String {
    match waiting.reminders.iter().find(|told| told.loan == loan.id && told.due == loan.due) {
        Some(told) => ["Diingatkan di akunnya ", &day_at(told.told_at, desk.db().zone()).in_words(LANG)].concat(),
        None if loan.account.is_none() => "Tanpa akun: kabari langsung".to_owned(),
        None => "Belum diingatkan".to_owned(),
    }
}

/// What waits behind the desk, and for whom.
pub fn aside_part(desk: &Desk, waiting: &Waiting, names: &Names) -> PartView {
    let row = |copy: &Copy| {
        let CopyPlace::Aside { until, .. } = copy.place else { return RowView::default() };
        let (for_whom, over) = (waiting.for_whom(copy), waiting.is_over(desk, copy));
        let gave_up = for_whom.is_some_and(|reservation| !reservation.turn.is_open());
        let let_go = || press("let_go", "Kembalikan ke rak", &[("_id", copy.id.to_string())]);
        let over_mark = || if gave_up { mark("grey", "x", "Dibatalkan") } else { mark("stop", "clock", "Lewat batas") };
        RowView {
            way: way([COUNTER, "?kode=", &copy.code].concat(), [names.title(copy.title), ", ", &copy.code].concat()),
            more: for_whom
                .map(|reservation| ["Untuk ", &names.name_and_card(reservation.reader)].concat())
                .into_iter()
                .chain([["Sampai ", &words::on(until)].concat()])
                .collect(),
            mark: over.then(over_mark),
            forms: (over && desk.may(ActName::LetGo)).then(let_go).into_iter().collect(),
        }
    };
    listed("Disisihkan", waiting.aside.iter().map(row).collect(), "Tidak ada buku yang disisihkan.")
}

/// Who waits for a copy to come back.
pub fn line_part(waiting: &Waiting, names: &Names) -> PartView {
    let row = |reservation: &Reservation| RowView {
        way: way([COUNTER, "/pembaca/", &reservation.reader.to_string()].concat(), names.title(reservation.title)),
        more: vec![names.name_and_card(reservation.reader)],
        ..RowView::default()
    };
    listed("Pesanan yang menunggu", waiting.line.iter().map(row).collect(), "Tidak ada pesanan yang menunggu.")
}

fn listed(title: &str, rows: Vec<RowView>, none: &str) -> PartView {
    let says = if rows.is_empty() { vec![none.to_owned()] } else { Vec::new() };
    PartView { says, rows, ..part(title) }
}

//! `/kantor/pustaka/antar`: what other libraries ask for, what was sent to them, and what comes for readers of this one.

use crate::access::{ActName, Refusal};
use crate::domain::{InterloanId, OfficeCode, ReaderId, TitleId};
use crate::features::library::office::Desk;
use crate::features::library::office::desk::Names;
use crate::features::library::office::parts::{fact, field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, FormView, PartView, RowView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::store::{self, Holding, Request, Side};
use crate::features::library::{Copy, Interloan, Stage};
use crate::features::offices::gazetteer;
use crate::ui::{MarkView, Way, mark, way};

/// Days for which one reads what was refused or got lost.
const TOLD: i64 = 30;

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn interloans(desk: &Desk, result: &str) -> Result<ShelfView, Refusal> {
    let since = desk.now().plus_seconds(-TOLD * 86_400);
    let scope = desk.scope().await?;
    let lent = store::interloans(&scope, Side::Lender, since).await?;
    let borrowed = store::interloans(&scope, Side::Receiver, since).await?;
    let requests = store::requests(&scope, &borrowed.iter().map(|loan| loan.id).collect::<Vec<_>>()).await?;
    let titles: Vec<TitleId> = lent.iter().chain(&borrowed).map(|loan| loan.title).collect();
    let holdings = store::holdings_here(&scope, &titles).await?;
    let guests = store::guests(&scope).await?;
    drop(scope);
    let readers: Vec<ReaderId> = requests.iter().map(|request| request.reader).collect();
    let names = Names::read(desk, &readers, &titles, &[]).await?;
    let all = All { desk, names, requests, holdings, guests };

    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Antarperpustakaan");
    view.result = said(result);
    let (asked, sent): (Vec<&Interloan>, Vec<&Interloan>) = lent.iter().partition(|loan| loan.stage == Stage::Asked);
    if asked.is_empty() {
        view.parts.push(PartView { says: vec!["Tidak ada permintaan yang menunggu jawaban.".to_owned()], ..part("Diminta dari sini") });
    }
    view.parts.extend(asked.into_iter().map(|loan| all.asked_part(loan)));
    let sent = sent.into_iter().filter(|loan| !matches!(loan.stage, Stage::Declined(_))).map(|loan| all.sent_row(loan)).collect();
    view.parts.push(listed("Dikirim dari sini", sent, "Tidak ada buku yang sedang di perpustakaan lain."));
    let coming = borrowed.iter().map(|loan| all.coming_row(loan)).collect();
    view.parts.push(listed("Untuk pembaca di sini", coming, "Tidak ada buku yang diminta dari perpustakaan lain."));
    Ok(view)
}

fn said(code: &str) -> Option<String> {
    let sentence = match code {
        "diminta" => "Permintaan sudah disampaikan ke perpustakaan itu.",
        "dibatalkan" => "Permintaan dibatalkan.",
        "dikirim" => "Tercatat dalam perjalanan. Titipkan bukunya ke perpustakaan tujuan.",
        "ditolak" => "Permintaan dijawab: tidak dikirim.",
        "pulang" => "Tercatat dalam perjalanan pulang. Titipkan bukunya ke perpustakaannya.",
        _ => return None,
    };
    Some(sentence.to_owned())
}

fn listed(title: &str, rows: Vec<RowView>, none: &str) -> PartView {
    let says = if rows.is_empty() { vec![none.to_owned()] } else { Vec::new() };
    PartView { says, rows, ..part(title) }
}

/// What the parts are made of.
struct All<'a> {
    desk: &'a Desk,
    names: Names,
    requests: Vec<Request>,
    holdings: Vec<Holding>,
    guests: Vec<Copy>,
}

impl All<'_> {
    /// The lender answers: with a copy from its shelf, or with a reason.
    fn asked_part(&self, loan: &Interloan) -> PartView {
        let mut view = part(self.names.title(loan.title));
        let holding = self.holdings.iter().find(|holding| holding.title == loan.title);
        view.facts = vec![
            fact("Diminta oleh", library(loan.receiver)),
            fact("Sejak", self.desk.when(loan.asked_at)),
            fact("Di sini", words::holding(holding)),
        ];
        view.ways.push(way([COUNTER, "/buku/", &loan.title.to_string()].concat(), "Halaman buku"));
        if self.desk.may(ActName::SendInterloan) {
            let hint = "Ambil satu dari rak, lalu pindai atau ketik kodenya.";
            view.forms.push(FormView {
                fields: vec![field("label", Asked::Line, "Kode buku", hint, "")],
                buttons: vec![main_button("Kirim buku ini")],
                ..press("send_interloan", "", &id_of(loan.id))
            });
        }
        if self.desk.may(ActName::DeclineInterloan) {
            let hint = "Dibaca pembaca yang meminta. Contoh: hanya dibaca di tempat.";
            view.forms.push(FormView {
                title: "Tidak dikirim".to_owned(),
                fields: vec![field("alasan", Asked::Lines, "Alasan", hint, "")],
                ..press("decline_interloan", "Jawab tidak", &id_of(loan.id))
            });
        }
        view
    }

    /// A copy of this library that is elsewhere.
    fn sent_row(&self, loan: &Interloan) -> RowView {
        let home = || press("close_interloan", "Sudah tiba di sini", &id_of(loan.id));
        let comes = matches!(loan.stage, Stage::Homeward(_)) && self.desk.may(ActName::CloseInterloan);
        RowView {
            way: self.at_title(loan),
            more: vec![["Ke ", &library(loan.receiver)].concat(), self.moved(loan)],
            mark: Some(match loan.stage {
                Stage::Homeward(_) => mark("you", "flag", "Dalam perjalanan pulang"),
                Stage::There(_) => mark("office", "books", "Di sana"),
                Stage::Lost(_) => mark("stop", "x", "Hilang"),
                _ => mark("office", "arrow-right", "Dalam perjalanan ke sana"),
            }),
            forms: comes.then(home).into_iter().collect(),
        }
    }

    /// A copy of another library for a reader of this one.
    fn coming_row(&self, loan: &Interloan) -> RowView {
        let guest = loan.stage.traveller().and_then(|traveller| self.guests.iter().find(|copy| copy.id == traveller.copy));
        let here = guest.filter(|_| matches!(loan.stage, Stage::There(_)));
        let (act, label, may) = match &loan.stage {
            Stage::Asked => ("cancel_interloan", "Batalkan permintaan", ActName::CancelInterloan),
            Stage::Sent(_) => ("receive_interloan", "Sudah tiba di sini", ActName::ReceiveInterloan),
            _ => ("", "", ActName::ReturnInterloan),
        };
        let form = || press(act, label, &id_of(loan.id));
        let reader = self.requests.iter().find(|request| request.id == loan.id).map(|request| request.reader);
        let reason = if let Stage::Declined(reason) = &loan.stage { Some(["Alasan: ", reason].concat()) } else { None };
        let for_whom = reader.map(|reader| ["Untuk ", &self.names.name_and_card(reader)].concat());
        RowView {
            way: here.map_or_else(|| self.at_title(loan), |copy| way([COUNTER, "?kode=", &copy.code].concat(), self.called(loan))),
            more: [["Dari ", &library(loan.lender)].concat()].into_iter().chain(for_whom).chain([self.moved(loan)]).chain(reason).collect(),
            mark: Some(here.map_or_else(|| coming(&loan.stage), |copy| words::place(copy, self.desk.today()))),
            forms: (!act.is_empty() && self.desk.may(may)).then(form).into_iter().collect(),
        }
    }

    fn at_title(&self, loan: &Interloan) -> Way {
        way([COUNTER, "/buku/", &loan.title.to_string()].concat(), self.called(loan))
    }

    /// With the label of the copy, once one was chosen.
    fn called(&self, loan: &Interloan) -> String {
        let title = self.names.title(loan.title);
        loan.stage.traveller().map_or_else(|| title.to_owned(), |traveller| [title, ", ", &traveller.code].concat())
    }

    fn moved(&self, loan: &Interloan) -> String {
        ["Sejak ", &self.desk.when(loan.moved_at)].concat()
    }
}

fn coming(stage: &Stage) -> MarkView {
    match stage {
        Stage::Asked => mark("grey", "clock", "Menunggu jawaban"),
        Stage::Sent(_) => mark("office", "arrow-right", "Dalam perjalanan ke sini"),
        Stage::Homeward(_) => mark("office", "arrow-right", "Dalam perjalanan pulang"),
        Stage::Declined(_) => mark("stop", "x", "Tidak dikirim"),
        Stage::Lost(_) => mark("stop", "x", "Hilang"),
        Stage::There(_) | Stage::Home(_) | Stage::Cancelled => mark("grey", "check", "Selesai"),
    }
}

fn library(office: OfficeCode) -> String {
    ["Perpustakaan ", &gazetteer().full_title(office)].concat()
}

fn id_of(id: InterloanId) -> [(&'static str, String); 1] {
    [("_id", id.to_string())]
}

//! `/kantor/pustaka/pembaca/{id}`: what a reader has, had and waits for.

use super::{Said, readers};
use crate::access::{ActName, Refusal};
use crate::domain::{CopyId, ReaderId, TitleId};
use crate::features::library::office::Desk;
use crate::features::library::office::desk::Names;
use crate::features::library::office::parts::{button, fact, field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, ButtonView, FormView, PartView, ReaderForm, RowView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::{Loan, Reader, Reservation, Turn, store};
use crate::server::access_log::{self, AccessPurpose, Look};
use crate::server::act::Object;
use crate::ui::{MarkView, Way, mark, way};

/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn reader(desk: &Desk, id: ReaderId, said: Said<'_>) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let reader = store::reader(&scope, id).await?;
    let loans = store::loans_of(&scope, id).await?;
    let waits = store::open_reservations(&scope, Some(id)).await?;
    let children = store::children_of(&scope, id).await?;
    drop(scope);
    note_look(desk, &reader).await?;
    let titles: Vec<TitleId> = loans.iter().map(|loan| loan.title).chain(waits.iter().map(|one| one.title)).collect();
    let copies: Vec<CopyId> = loans.iter().map(|loan| loan.copy).collect();
    let people: Vec<ReaderId> = reader.guardian().into_iter().chain([id]).collect();
    let names = Names::read(desk, &people, &titles, &copies).await?;

    let mut view = page(desk, Some(way([COUNTER, "/pembaca"].concat(), "Pembaca")), reader.name.as_str());
    view.result = result(said.result, loans.first());
    view.ways.push(way([COUNTER, "/pembaca/", &id.to_string(), "/kartu"].concat(), "Cetak kartu"));
    view.parts.push(who_part(desk, &reader, &names));
    let (had, has): (Vec<&Loan>, Vec<&Loan>) = loans.iter().partition(|loan| loan.returned_at.is_some());
    let none = if has.is_empty() { vec!["Tidak ada buku di tangan.".to_owned()] } else { Vec::new() };
    view.parts.push(PartView {
        says: none,
        rows: has.into_iter().map(|loan| has_row(desk, loan, &names)).collect(),
        ..part("Sedang dipinjam")
    });
    if !waits.is_empty() {
        view.parts.push(PartView { rows: waits.iter().map(|one| wait_row(desk, one, &names)).collect(), ..part("Pesanan") });
    }
    if !children.is_empty() {
        view.parts.push(PartView { rows: children.iter().map(|child| readers::row(child, &names)).collect(), ..part("Anak") });
    }
    if !had.is_empty() {
        view.parts.push(PartView { rows: had.into_iter().map(|loan| had_row(desk, loan, &names)).collect(), ..part("Pernah dipinjam") });
    }
    if desk.may(ActName::KeepReader) {
        view.parts.push(change_part(&reader, &names));
        view.parts.push(about_part(&reader));
    }
    Ok(view)
}

/// Who has an account reads there that somebody looked; what is not noted is not shown.
pub(super) async fn note_look(desk: &Desk, reader: &Reader) -> Result<(), Refusal> {
    let Some(subject) = reader.account else { return Ok(()) };
    let look = Look { subject, purpose: AccessPurpose::Library, object: Object::new("library_reader", reader.id) };
    access_log::log(desk.db(), desk.actor(), look).await
}

fn result(code: &str, newest: Option<&Loan>) -> Option<String> {
    let open = newest.filter(|loan| loan.returned_at.is_none());
    Some(match code {
        "dipinjam" => ["Buku sudah dipinjamkan, kembali ", &words::on(open?.due), "."].concat(),
        "terdaftar" => "Kartu sudah dibuat. Cetak kartunya, lalu berikan kepada pembaca.".to_owned(),
        "diubah" => "Perubahan tersimpan.".to_owned(),
        "disisihkan" => "Sudah dipesan. Satu eksemplar ada di rak: sisihkan sekarang untuk pembaca ini.".to_owned(),
        "menunggu" => "Sudah dipesan. Semua eksemplar sedang dipinjam, pembaca ini masuk antrean.".to_owned(),
        "dibatalkan" => "Pesanan dibatalkan.".to_owned(),
        _ => return None,
    })
}

fn who_part(desk: &Desk, reader: &Reader, names: &Names) -> PartView {
    let mut view = part("Kartu");
    view.facts = vec![fact("Kode kartu", &reader.card), fact("Pembaca", if reader.guardian().is_some() { "Anak" } else { "Dewasa" })];
    if !reader.about.is_empty() {
        view.facts.push(fact("Ciri", &reader.about));
    }
    if let Some(guardian) = reader.guardian() {
        view.facts.push(fact("Wali", names.name_and_card(guardian)));
        view.ways.push(way([COUNTER, "/pembaca/", &guardian.to_string()].concat(), "Halaman wali"));
    }
    if reader.account.is_some() {
        view.says.push("Pembaca ini punya akun, dan membaca di sana siapa yang membuka halaman ini.".to_owned());
    }
    if !reader.active {
        view.says.push("Kartu tidak aktif: tidak meminjam lagi.".to_owned());
        return view;
    }
    if desk.may(ActName::LendCopy) {
        view.forms.push(FormView {
            fields: vec![field("label", Asked::Line, "Kode buku", "Untuk memesan, ISBN juga bisa.", "")],
            buttons: vec![main_button("Pinjamkan"), ButtonView { other: true, ..button("Pesankan") }],
            ..press("serve", "", &[("_id", reader.id.to_string())])
        });
    }
    view
}

fn has_row(desk: &Desk, loan: &Loan, names: &Names) -> RowView {
    let mut forms = Vec::new();
    if desk.may(ActName::ReturnCopy) {
        forms.push(press("return", "Kembalikan", &[("_id", loan.copy.to_string())]));
    }
    if desk.may(ActName::RenewLoan) {
        forms.push(press("renew", "Perpanjang", &[("_id", loan.id.to_string())]));
    }
    let days_late = loan.days_late(desk.today());
    RowView {
        way: at_desk(loan, names),
        more: vec![["Kembali ", &words::on(loan.due)].concat()],
        mark: (days_late > 0).then(|| mark("stop", "clock", words::late(days_late))),
        forms,
    }
}

fn had_row(desk: &Desk, loan: &Loan, names: &Names) -> RowView {
    let back = loan.returned_at.map(|at| ["Kembali ", &desk.when(at)].concat());
    RowView { way: at_desk(loan, names), more: back.into_iter().collect(), ..RowView::default() }
}

fn at_desk(loan: &Loan, names: &Names) -> Way {
    let code = names.code(loan.copy);
    way([COUNTER, "?kode=", code].concat(), [names.title(loan.title), ", ", code].concat())
}

fn wait_row(desk: &Desk, reservation: &Reservation, names: &Names) -> RowView {
    let (more, mark_): (String, MarkView) = match reservation.turn {
        Turn::Ready { until, .. } => (["Disisihkan sampai ", &words::on(until)].concat(), mark("you", "flag", "Bisa diambil")),
        _ => (["Dipesan ", &desk.when(reservation.made_at)].concat(), mark("grey", "clock", "Menunggu")),
    };
    let cancel = || press("cancel", "Batalkan pesanan", &[("_id", reservation.id.to_string())]);
    RowView {
        way: way([COUNTER, "/buku/", &reservation.title.to_string()].concat(), names.title(reservation.title)),
        more: vec![more],
        mark: Some(mark_),
        forms: desk.may(ActName::CancelReservation).then(cancel).into_iter().collect(),
    }
}

/// For two of one name.
fn about_part(reader: &Reader) -> PartView {
    let hint = "Boleh kosong. Yang membedakan dari pembaca bernama sama, contoh: RT 02, cucu Mbah Karto.";
    let seen = reader.version.map(|version| version.0.to_string()).unwrap_or_default();
    let mut view = part("");
    view.forms.push(FormView {
        title: "Ciri pembeda".to_owned(),
        fields: vec![field("ciri", Asked::Line, "Ciri", hint, reader.about.clone())],
        ..press("describe_reader", "Simpan ciri", &[("_id", reader.id.to_string()), ("_seen", seen)])
    });
    view
}

fn change_part(reader: &Reader, names: &Names) -> PartView {
    let guardian = reader.guardian().and_then(|guardian| names.reader(guardian));
    let form = ReaderForm {
        nama: reader.name.as_str().to_owned(),
        jenis: if guardian.is_some() { "anak" } else { "dewasa" }.to_owned(),
        wali: guardian.map(|guardian| guardian.card.clone()).unwrap_or_default(),
        aktif: String::new(),
    };
    let mut fields = words::reader_fields(&form);
    fields.push(field("aktif", Asked::Tick, "Kartu aktif", "", if reader.active { "ya" } else { "" }));
    let seen = reader.version.map(|version| version.0.to_string()).unwrap_or_default();
    let mut view = part("");
    view.forms.push(FormView {
        title: "Ubah nama, wali, atau kembalikan kartu".to_owned(),
        says: "Kartu yang dikembalikan: hapus centangnya.".to_owned(),
        fields,
        ..press("change_reader", "Simpan", &[("_id", reader.id.to_string()), ("_seen", seen)])
    });
    view
}

//! `/kantor/pustaka`: one field for a queue of children, and what waits below it.

use super::Said;
use super::title::lose_form;
use super::waiting::{Waiting, aside_part, late_part, line_part, reserved};
use crate::access::{ActName, Refusal};
use crate::domain::{CopyId, ReaderId, TitleId};
use crate::features::library::label::{self, Misread, On};
use crate::features::library::office::Desk;
use crate::features::library::office::desk::Names;
use crate::features::library::office::parts::{choice, fact, field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, FindView, FormView, PartView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::{Copy, CopyPlace, Interloan, Loan, Turn, store};
use crate::features::offices::gazetteer;
use crate::server::db::OfficeScope;
use crate::ui::{NoteView, note, way};

/// Days over which loans and visitors are counted.
const MONTH: i32 = 30;

/// What was found under the label that was typed.
enum OnDesk {
    Nothing,
    /// Why not.
    Unknown(String),
    Copy(Box<Copy>),
    /// It was sent here, and nobody has said yet that it has come.
    Coming(Box<Interloan>),
}

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn counter(desk: &Desk, typed: &str, said: Said<'_>) -> Result<ShelfView, Refusal> {
    let today = desk.today();
    let scope = desk.scope().await?;
    let misread = |misread| OnDesk::Unknown(words::misread(misread, &label::label(desk.office(), On::Copy, 12)));
    let of_another = |of, coming: Option<Interloan>| coming.map_or_else(|| misread(Misread::Of(of)), |loan| OnDesk::Coming(Box::new(loan)));
    let on_desk = match label::read_any(typed, desk.office(), On::Copy) {
        _ if typed.trim().is_empty() => OnDesk::Nothing,
        Err(wrong) => misread(wrong),
        Ok((of, code)) => match store::copy_labelled(&scope, &code).await {
            Ok(copy) if copy.place != CopyPlace::Left => OnDesk::Copy(Box::new(copy)),
            // A guest that has left is another library's again.
            Ok(_) => of_another(of, store::coming(&scope, &code).await?),
            Err(Refusal::NotFound) if of != desk.office() => of_another(of, store::coming(&scope, &code).await?),
            Err(Refusal::NotFound) => OnDesk::Unknown(["Perpustakaan ini tidak punya buku dengan kode ", &code, "."].concat()),
            Err(other) => return Err(other),
        },
    };
    let loan = match &on_desk {
        OnDesk::Copy(copy) => loan_of(&scope, copy).await?,
        OnDesk::Nothing | OnDesk::Unknown(_) | OnDesk::Coming(_) => None,
    };
    let aside = store::copies_aside(&scope).await?;
    let mut for_whom: Vec<_> = aside.iter().filter_map(reserved).collect();
    if let OnDesk::Copy(copy) = &on_desk {
        for_whom.extend(reserved(copy));
    }
    let late = store::late_ones(&scope, today).await?;
    let waiting = Waiting {
        reminders: store::told_of(&scope, &late.iter().map(|loan| loan.id).collect::<Vec<_>>()).await?,
        late,
        for_whom: store::reservations(&scope, &for_whom).await?,
        line: store::open_reservations(&scope, None).await?.into_iter().filter(|one| one.turn == Turn::Waiting).collect(),
        aside,
    };
    let visitors = store::visitors(&scope, today, today).await?;
    let (titles, copies) = store::stock(&scope).await?;
    let loans = store::loans_since(&scope, desk.now().plus_seconds(-i64::from(MONTH) * 86_400)).await?;
    let month = store::visitors(&scope, today.plus_days(1 - MONTH), today).await?;
    let asked = store::asks(&scope).await?;
    drop(scope);
    let names = names_of(desk, &on_desk, loan.as_ref(), &waiting).await?;

    let mut view = page(desk, None, "Pustaka");
    view.find = Some(find(typed, &on_desk));
    view.ways = vec![
        way([COUNTER, "/buku"].concat(), "Buku"),
        way([COUNTER, "/pembaca"].concat(), "Pembaca"),
        way(words::STOCKTAKE, "Hitung koleksi"),
        way(words::INTERLOANS, "Antarperpustakaan"),
        way(words::CLUB, "Kelompok baca"),
        way([COUNTER, "/aturan"].concat(), "Aturan"),
    ];
    if asked > 0 {
        let note =
            note("you", "flag", [&asked.to_string(), " permintaan dari perpustakaan lain"].concat(), "Kirim bukunya, atau jawab tidak.");
        view.notes.push(NoteView { way: Some(way(words::INTERLOANS, "Lihat permintaan")), ..note });
    }
    if said.result == "pengunjung" {
        view.result = Some(["Tercatat. Pengunjung hari ini: ", &visitors.to_string(), "."].concat());
    }
    if let OnDesk::Copy(copy) = &on_desk {
        view.result = result(copy, said);
        view.notes.extend(to_put_aside(copy, said, &waiting, &names));
        view.parts.push(copy_part(desk, copy, loan.as_ref(), &waiting, &names));
    }
    if let OnDesk::Coming(loan) = &on_desk {
        view.parts.push(coming_part(desk, loan, &names));
    }
    view.parts.push(visitors_part(desk, visitors));
    view.parts.push(late_part(desk, &waiting, &names));
    view.parts.push(aside_part(desk, &waiting, &names));
    view.parts.push(line_part(&waiting, &names));
    view.parts.push(figures_part([titles, copies, loans, month]));
    Ok(view)
}

async fn loan_of(scope: &OfficeScope<'_>, copy: &Copy) -> Result<Option<Loan>, Refusal> {
    match copy.place {
        CopyPlace::Lent { loan, .. } => store::loan(scope, loan).await.map(Some),
        _ => Ok(None),
    }
}

async fn names_of(desk: &Desk, on_desk: &OnDesk, loan: Option<&Loan>, waiting: &Waiting) -> Result<Names, Refusal> {
    let Waiting { late, aside, for_whom, line, .. } = waiting;
    let mut readers: Vec<ReaderId> = late.iter().map(|loan| loan.reader).collect();
    readers.extend(for_whom.iter().chain(line).map(|reservation| reservation.reader));
    readers.extend(loan.map(|loan| loan.reader));
    let mut titles: Vec<TitleId> = late.iter().map(|loan| loan.title).collect();
    titles.extend(line.iter().map(|reservation| reservation.title));
    titles.extend(aside.iter().map(|copy| copy.title));
    match on_desk {
        OnDesk::Copy(copy) => titles.push(copy.title),
        OnDesk::Coming(loan) => titles.push(loan.title),
        OnDesk::Nothing | OnDesk::Unknown(_) => {}
    }
    let copies: Vec<CopyId> = late.iter().map(|loan| loan.copy).collect();
    Names::read(desk, &readers, &titles, &copies).await
}

fn find(typed: &str, on_desk: &OnDesk) -> FindView {
    FindView {
        to: COUNTER.to_owned(),
        name: "kode".to_owned(),
        label: "Kode buku".to_owned(),
        hint: "Pindai atau ketik kode di label buku. Nomornya saja cukup, misalnya 12.".to_owned(),
        typed: typed.trim().to_owned(),
        problem: match on_desk {
            OnDesk::Unknown(why) => Some(why.clone()),
            OnDesk::Nothing | OnDesk::Copy(_) | OnDesk::Coming(_) => None,
        },
        button: "Buka".to_owned(),
    }
}

/// What the last act has done to the copy; said only while the copy is so.
fn result(copy: &Copy, said: Said<'_>) -> Option<String> {
    match (said.result, &copy.place) {
        ("dipinjam", CopyPlace::Lent { .. }) => Some("Buku sudah dipinjamkan.".to_owned()),
        ("diperpanjang", CopyPlace::Lent { .. }) => Some("Pinjaman sudah diperpanjang.".to_owned()),
        ("kembali", CopyPlace::Shelf | CopyPlace::Aside { .. } | CopyPlace::Homebound) => Some(words::returned(said.days_late)),
        ("tiba", CopyPlace::Aside { .. } | CopyPlace::Homebound) => Some("Buku dari perpustakaan lain sudah tiba.".to_owned()),
        ("pulang", CopyPlace::Shelf) => Some("Sudah pulang. Kembalikan buku ini ke rak.".to_owned()),
        ("pulang", CopyPlace::Aside { .. }) => Some("Sudah pulang.".to_owned()),
        ("rak", CopyPlace::Shelf) => Some("Kembalikan buku ini ke rak.".to_owned()),
        ("rak", CopyPlace::Homebound) => Some("Pesanan sudah dilepas. Kirim pulang buku ini.".to_owned()),
        ("rak", CopyPlace::Aside { .. }) => Some("Pesanan yang lama sudah dilepas.".to_owned()),
        _ => None,
    }
}

/// Who is next, when a copy has just become free.
fn to_put_aside(copy: &Copy, said: Said<'_>, waiting: &Waiting, names: &Names) -> Option<NoteView> {
    let CopyPlace::Aside { until, .. } = copy.place else { return None };
    let next = waiting.for_whom(copy).filter(|_| ["kembali", "rak", "tiba", "pulang"].contains(&said.result))?;
    let title = ["Sisihkan untuk ", &names.name_and_card(next.reader)].concat();
    Some(note("you", "flag", title, ["Bukunya menunggu sampai ", &words::on(until), "."].concat()))
}

fn coming_part(desk: &Desk, loan: &Interloan, names: &Names) -> PartView {
    let from = ["Dikirim ke sini oleh perpustakaan ", &gazetteer().full_title(loan.lender), " untuk pembaca di sini."].concat();
    let mut view = PartView { says: vec![from], ..part(names.title(loan.title)) };
    if desk.may(ActName::ReceiveInterloan) {
        let here = press("receive_interloan", "", &[("_id", loan.id.to_string())]);
        view.forms.push(FormView { buttons: vec![main_button("Sudah tiba di sini")], ..here });
    }
    view.ways.push(way(words::INTERLOANS, "Antarperpustakaan"));
    view
}

fn copy_part(desk: &Desk, copy: &Copy, loan: Option<&Loan>, waiting: &Waiting, names: &Names) -> PartView {
    let mut view = part(names.title(copy.title));
    view.facts = vec![fact("Kode", &copy.code), fact("Keadaan", words::place(copy, desk.today()).words)];
    if !copy.shelf.is_empty() {
        view.facts.push(fact("Rak", &copy.shelf));
    }
    if let Some(guest) = copy.guest {
        view.facts.push(fact("Milik", ["Perpustakaan ", &gazetteer().full_title(guest.of)].concat()));
    }
    let id = [("_id", copy.id.to_string())];
    match &copy.place {
        CopyPlace::Shelf => view.forms.extend(lend_form(desk, copy)),
        CopyPlace::Aside { until, .. } => {
            if let Some(reservation) = waiting.for_whom(copy) {
                view.facts.push(fact("Untuk", names.name_and_card(reservation.reader)));
            }
            view.facts.push(fact("Menunggu sampai", words::on(*until)));
            view.forms.extend(lend_form(desk, copy));
            if waiting.is_over(desk, copy) && desk.may(ActName::LetGo) {
                view.forms.push(press("let_go", "Kembalikan ke rak", &id));
            }
        }
        CopyPlace::Lent { due, .. } => {
            view.large = ["Kembali ", &words::on(*due)].concat();
            let Some(loan) = loan else { return view };
            view.facts.push(fact("Dipinjam", names.name_and_card(loan.reader)));
            let days_late = loan.days_late(desk.today());
            if days_late > 0 {
                view.facts.push(fact("Terlambat", [&days_late.to_string(), " hari"].concat()));
            }
            if desk.may(ActName::ReturnCopy) {
                let back = FormView { buttons: vec![main_button("Kembalikan")], ..press("return", "", &id) };
                view.forms.push(back);
            }
            if desk.may(ActName::RenewLoan) {
                view.forms.push(press("renew", "Perpanjang", &[("_id", loan.id.to_string())]));
            }
        }
        CopyPlace::Homebound => {
            view.says.push("Buku ini tidak dipinjamkan lagi di sini. Kirim pulang ke perpustakaannya.".to_owned());
            if let (Some(guest), true) = (copy.guest, desk.may(ActName::ReturnInterloan)) {
                let home = press("return_interloan", "", &[("_id", guest.interloan.to_string())]);
                view.forms.push(FormView { buttons: vec![main_button("Sudah dikirim pulang")], ..home });
            }
        }
        CopyPlace::Away { .. } => {
            view.says.push(words::whereabouts(copy));
            view.ways.push(way(words::INTERLOANS, "Antarperpustakaan"));
        }
        CopyPlace::Left | CopyPlace::Gone { .. } => view.says.push(words::whereabouts(copy)),
    }
    // Of its own copies the page of the title says so.
    if copy.guest.is_some() && matches!(copy.place, CopyPlace::Lent { .. } | CopyPlace::Homebound) && desk.may(ActName::LoseCopy) {
        view.forms.push(lose_form(copy.title, vec![choice(copy.id.to_string(), copy.code.clone())]));
    }
    view.ways.push(way([COUNTER, "/buku/", &copy.title.to_string()].concat(), "Halaman buku"));
    view
}

fn lend_form(desk: &Desk, copy: &Copy) -> Option<FormView> {
    let hint = "Pindai atau ketik kode di kartu pembaca. Nomornya saja cukup, misalnya 3.";
    desk.may(ActName::LendCopy).then(|| FormView {
        fields: vec![field("kartu", Asked::Line, "Kode kartu", hint, "")],
        buttons: vec![main_button("Pinjamkan")],
        ..press("lend", "", &[("_id", copy.id.to_string())])
    })
}

fn visitors_part(desk: &Desk, today: u32) -> PartView {
    let mut view = part("Pengunjung");
    view.says.push(["Hari ini: ", &today.to_string(), " orang."].concat());
    if desk.may(ActName::CountVisitors) {
        view.forms.push(press("visitor", "Pengunjung +1", &[]));
    }
    view
}

/// Beside the national standard for the library of a village.
fn figures_part([titles, copies, loans, visitors]: [u32; 4]) -> PartView {
    let mut view = part("Angka perpustakaan");
    view.facts = vec![
        fact("Judul", titles.to_string()),
        fact("Eksemplar", copies.to_string()),
        fact("Pinjaman, 30 hari", loans.to_string()),
        fact("Pengunjung, 30 hari", visitors.to_string()),
    ];
    view.says.push("Standar nasional perpustakaan desa: paling sedikit 1.000 judul (Peraturan Kepala Perpusnas 6/2017).".to_owned());
    view
}

//! `/kantor/pustaka/kelompok`: when the reading club meets, and who reads along. How far they are is not shown here.

use crate::access::{ActName, Refusal};
use crate::domain::ReaderId;
use crate::features::library::office::Desk;
use crate::features::library::office::desk::{LANG, Names};
use crate::features::library::office::parts::{field, main_button, page, part, press};
use crate::features::library::office::views::{Asked, FormView, PartView, RowView, ShelfView};
use crate::features::library::office::words::{self, CLUB, COUNTER};
use crate::features::library::store::{self, PAGE};
use crate::features::library::{Meeting, Member};
use crate::ui::{encode_pair, mark, way};

/// `seen`: behind whom the list of members goes on.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn club(desk: &Desk, result: &str, seen: &str) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let (meetings, has_club) = (store::meetings(&scope, desk.today()).await?, store::has_club(&scope).await?);
    let (members, number) = (store::members(&scope, seen.parse().ok()).await?, store::count_members(&scope).await?);
    drop(scope);
    let readers: Vec<ReaderId> = members.iter().map(|member| member.reader).collect();
    let names = Names::read(desk, &readers, &[], &[]).await?;
    let next = members.last().filter(|_| members.len() as u64 == PAGE).map(|last| last.reader);
    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Kelompok baca");
    view.result = told(result).map(str::to_owned);
    view.next = next.map(|last| [CLUB, "?setelah=", &last.to_string()].concat());
    if desk.may(ActName::PlanMeeting) {
        view.parts.push(new_meeting());
    }
    view.parts.push(meetings_part(desk, &meetings));
    if has_club {
        view.parts.push(members_part(desk, &members, number, &names));
    }
    Ok(view)
}

/// What an act has done. The address carries a word of a list, never a sentence.
fn told(code: &str) -> Option<&'static str> {
    Some(match code {
        "dijadwalkan" => "Pertemuan dijadwalkan. Semua orang melihatnya di halaman pustaka.",
        "dibatalkan" => "Pertemuan dibatalkan. Anggota membacanya di akun mereka.",
        "masuk" => "Anggota baru tercatat.",
        "keluar" => "Anggota dikeluarkan dari kelompok. Kartunya tetap berlaku.",
        _ => return None,
    })
}

fn new_meeting() -> PartView {
    let mut view = part("");
    view.forms.push(FormView {
        title: "Pertemuan baru".to_owned(),
        fields: vec![
            field("bacaan", Asked::Line, "Buku yang dibaca", "", ""),
            field("tanggal", Asked::Line, "Tanggal", "Contoh: 5 Desember 2026", ""),
            field("pukul", Asked::Line, "Pukul", "Contoh: 16.00", ""),
            field("tempat", Asked::Line, "Tempat", "Boleh kosong kalau hanya daring.", ""),
            field("tautan", Asked::Line, "Tautan pertemuan daring", "Boleh kosong. Hanya anggota yang melihatnya.", ""),
        ],
        buttons: vec![main_button("Jadwalkan")],
        ..press("plan_meeting", "", &[])
    });
    view
}

fn meetings_part(desk: &Desk, meetings: &[Meeting]) -> PartView {
    let mut view = part("Pertemuan berikutnya");
    view.rows = meetings.iter().map(|meeting| meeting_row(desk, meeting)).collect();
    if view.rows.is_empty() {
        view.says.push("Belum ada pertemuan. Jadwalkan yang pertama, lalu warga bisa ikut.".to_owned());
    }
    view
}

/// The name of the book leads to where it stands, if this library has it.
fn meeting_row(desk: &Desk, meeting: &Meeting) -> RowView {
    let mut search = [COUNTER, "/buku?"].concat();
    encode_pair(&mut search, "cari", &meeting.book);
    let when = [&meeting.day.with_weekday(LANG), ", ", &meeting.from.in_digits()].concat();
    let link = meeting.venue.link().map(|link| ["Daring: ", link.as_str()].concat());
    let place = (!meeting.venue.place().is_empty()).then(|| meeting.venue.place().to_owned());
    let cancel = !meeting.cancelled && desk.may(ActName::CancelMeeting);
    RowView {
        way: way(search, meeting.book.clone()),
        more: [Some(when), place, link].into_iter().flatten().collect(),
        mark: meeting.cancelled.then(|| mark("stop", "x", "Dibatalkan")),
        forms: cancel.then(|| press("cancel_meeting", "Batalkan", &[("_id", meeting.id.to_string())])).into_iter().collect(),
    }
}

fn members_part(desk: &Desk, members: &[Member], number: u32, names: &Names) -> PartView {
    let mut view = part("Anggota");
    view.says.push([&number.to_string(), " anggota. Sampai mana mereka membaca hanya terlihat oleh mereka sendiri."].concat());
    let row = |member: &Member| {
        let reader = names.reader(member.reader)?;
        let out = desk.may(ActName::LeaveClub).then(|| press("remove_member", "Keluarkan", &[("_id", member.reader.to_string())]));
        Some(RowView {
            way: way([COUNTER, "/pembaca/", &reader.id.to_string()].concat(), reader.name.as_str()),
            more: vec![words::card(reader)],
            mark: None,
            forms: out.into_iter().collect(),
        })
    };
    view.rows = members.iter().filter_map(row).collect();
    if desk.may(ActName::JoinClub) {
        let hint = "Pindai atau ketik kode di kartu pembaca. Nomornya saja cukup, misalnya 3.";
        view.forms.push(FormView {
            title: "Tambah anggota".to_owned(),
            fields: vec![field("kartu", Asked::Line, "Kode kartu", hint, "")],
            buttons: vec![main_button("Tambahkan")],
            ..press("add_member", "", &[])
        });
    }
    view
}

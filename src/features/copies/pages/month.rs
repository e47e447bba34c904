use leptos::prelude::*;

use crate::features::copies::{CopiesView, CopyRow, MonthLink, ReadCopies};
use crate::ui::{Ask, Icon, KecamatanLayout, PageHead, PrintButton, Read, load, read};

const MONTH: Read<CopiesView> = read::<ReadCopies, _>();

/// `/kecamatan`: the moves of a month, masked, on screen and on paper.
#[component]
pub fn CopiesPage() -> AnyView {
    load(MONTH, Ask::nothing().query("bulan").query("setelah"), month_view)
}

fn month_view(view: CopiesView) -> AnyView {
    let next = view.next.as_ref().map(|place| [&to(&view.month), "&setelah=", place].concat());
    let (camat, kecamatan) = (view.frame.person.clone(), view.kecamatan.clone());
    let [first, last] = [view.rows.first(), view.rows.last()].map(|row| row.map_or(0, |row| row.number));
    let part = part(first, last, view.month.count);
    let body = if view.rows.is_empty() { empty_view() } else { table_view(view.rows) };
    view! {
        <KecamatanLayout frame=view.frame>
            <div class="page flow">
                <div class="top">
                    <div>
                        <PageHead title="Daftar tembusan surat pindah"/>
                        <p class="lede">"Kecamatan " {kecamatan.clone()} ", " {view.month.name.clone()} ": " {part} "."</p>
                    </div>
                    <div class="btns no-print" data-side="">
                        <PrintButton/>
                        <a class="btn btn-second btn-row" href=to(&view.before)><Icon name="chevron-left"/>{view.before.name.clone()}</a>
                        <a class="btn btn-second btn-row" href=to(&view.after)>{view.after.name.clone()}<Icon name="chevron-right"/></a>
                    </div>
                </div>
                {tabs(&view.month.code, [("Bulan ini", &view.now), ("Bulan lalu", &view.last)])}
                {body}
                {next.map(|href| view! { <p class="links no-print"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
                <p class="soft">"Tembusan untuk diketahui: warga tidak perlu ke kecamatan. Nama disamarkan, NIK dan alamat tidak dikirim."</p>
                {signature_view(&kecamatan, &view.today, camat)}
            </div>
        </KecamatanLayout>
    }
    .into_any()
}

/// A sheet of paper says which part of the month it holds.
fn part(first: u32, last: u32, count: u32) -> String {
    match (first, last) {
        (0 | 1, last) if last == count => format!("{count} surat"),
        _ if first == last => format!("nomor {first} dari {count} surat"),
        _ => format!("nomor {first} sampai {last} dari {count} surat"),
    }
}

fn to(month: &MonthLink) -> String {
    ["/kecamatan?bulan=", &month.code].concat()
}

fn tabs(shown: &str, months: [(&'static str, &MonthLink); 2]) -> AnyView {
    let tab = |(words, month): (&'static str, &MonthLink)| {
        let here = (month.code == shown).then_some("page");
        view! { <a href=to(month) aria-current=here>{words} " " <span class="n">{month.count}</span></a> }
    };
    view! { <nav class="tabs" aria-label="Bulan">{months.map(tab).collect_view()}</nav> }.into_any()
}

fn table_view(rows: Vec<CopyRow>) -> AnyView {
    view! {
        <div class="sheet">
            <div class="t-wrap">
                <table class="t">
                    <caption class="sr-only">"Surat pindah menurut tanggal, terbaru di atas"</caption>
                    <thead>
                        <tr>
                            <th scope="col" data-n="">"No."</th>
                            <th scope="col">"Tanggal"</th>
                            <th scope="col">"Nama"</th>
                            <th scope="col" data-n="">"Orang"</th>
                            <th scope="col">"Klasifikasi"</th>
                            <th scope="col">"Dari"</th>
                            <th scope="col">"Ke"</th>
                            <th scope="col">"Keadaan"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row_view).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(row: CopyRow) -> AnyView {
    let (who, icon, words) = if row.revoked { ("stop", "dicabut", "Dicabut") } else { ("done", "issued", "Terbit") };
    view! {
        <tr>
            <th scope="row" data-n="">{row.number}</th>
            <td class="num" data-th="Tanggal">{row.on}</td>
            <td data-th="Nama">{row.holder}</td>
            <td data-th="Orang" data-n="">{row.people}</td>
            <td data-th="Klasifikasi">{row.class}</td>
            <td data-th="Dari">{row.origin}</td>
            <td data-th="Ke">{row.destination}</td>
            <td data-th="Keadaan"><span class="mark" data-who=who><Icon name=icon/>{words}</span></td>
        </tr>
    }
    .into_any()
}

/// Where the camat signs what was printed.
fn signature_view(kecamatan: &str, today: &str, camat: String) -> AnyView {
    view! {
        <div class="only-print">
            <div class="sign-here">
                <p>{kecamatan.to_owned()} ", " {today.to_owned()}</p>
                <p>"Camat " {kecamatan.to_owned()}</p>
                <p><b>{camat}</b></p>
            </div>
        </div>
    }
    .into_any()
}

fn empty_view() -> AnyView {
    view! {
        <div class="empty" role="status">
            <img class="no-print" src="/gambar/kosong/hasil-kosong.svg" alt="" width="160" height="120"/>
            <b>"Belum ada surat pindah di bulan ini"</b>
            <p>"Setiap surat pindah dari atau ke kecamatan ini muncul di sini begitu kantor desa atau kelurahan menerbitkannya."</p>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_says_which_part_of_the_month_it_holds() {
        assert_eq!(part(0, 0, 0), "0 surat");
        assert_eq!(part(1, 1, 1), "1 surat");
        assert_eq!(part(1, 50, 50), "50 surat");
        assert_eq!(part(1, 50, 51), "nomor 1 sampai 50 dari 51 surat");
        assert_eq!(part(51, 51, 51), "nomor 51 dari 51 surat");
    }
}

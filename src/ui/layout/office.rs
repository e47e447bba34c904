use leptos::prelude::*;

use super::{Frame, OfficeTab, RegencyTab};
use crate::access::Role;
use crate::ui::{Icon, use_visitor};

/// An entry of a rail: path, icon, word, counter, whether the page stands there.
type Entry = (&'static str, &'static str, &'static str, u32, bool);

/// Pages of an office: the dark bar with the hat, the rail (desk) or the dock (phone). Indonesian only.
#[component]
pub fn OfficeLayout(frame: Frame, tab: OfficeTab, children: Children) -> AnyView {
    let here = |entry| tab == entry;
    let entries = vec![
        ("/kantor", "home", "Hari ini", 0, here(OfficeTab::Today)),
        ("/kantor/permohonan", "applications", "Permohonan", frame.counts.queue, here(OfficeTab::Applications)),
        ("/kantor/tanda-tangan", "awaiting_signature", "Tanda tangan", frame.counts.to_sign, here(OfficeTab::Sign)),
        ("/kantor/register", "file-text", "Buku agenda", 0, here(OfficeTab::Register)),
        ("/kantor/pindah-masuk", "datang", "Pindah masuk", 0, here(OfficeTab::Transfers)),
        ("/kantor/produk", "bag", "Produk", 0, here(OfficeTab::Market)),
        ("/kantor/kepatuhan", "list-check", "Kepatuhan", frame.counts.review, here(OfficeTab::Compliance)),
        ("/kantor/pustaka", "book", "Pustaka", 0, here(OfficeTab::Library)),
        ("/kantor/pelatihan", "school", "Pelatihan", 0, here(OfficeTab::Training)),
        ("/kantor/pegawai", "users", "Pegawai", 0, here(OfficeTab::Staff)),
        ("/kantor/pengaturan", "settings", "Pengaturan", 0, here(OfficeTab::Settings)),
    ];
    hat_view("office", "Menu kantor", frame, entries, children)
}

/// Pages of the regency: a reviewer's rail leads to what they review, the administrator's to what they keep.
#[component]
pub fn RegencyLayout(frame: Frame, tab: RegencyTab, children: Children) -> AnyView {
    let here = |entry| tab == entry;
    let reviews = use_visitor().role == Role::Reviewer;
    // Who has no queue reads what is reviewed from its campaign.
    let campaigns = ("/bpm/kampanye", "flag", "Kampanye", 0, here(RegencyTab::Campaigns) || (!reviews && here(RegencyTab::Review)));
    let learning = ("/bpm/belajar", "school", "Belajar", 0, here(RegencyTab::Learning));
    let entries = if reviews {
        vec![("/bpm/telaah", "clipboard-check", "Telaah", frame.counts.review, here(RegencyTab::Review)), campaigns, learning]
    } else {
        vec![
            ("/bpm/kantor", "building", "Kantor", 0, here(RegencyTab::Offices)),
            ("/bpm/kecamatan", "map-pin", "Camat", 0, here(RegencyTab::Kecamatan)),
            ("/bpm/pasar", "bag", "Pasar", 0, here(RegencyTab::Market)),
            campaigns,
            learning,
        ]
    };
    hat_view("regency", "Menu kabupaten", frame, entries, children)
}

/// The page of a camat.
#[component]
pub fn KecamatanLayout(frame: Frame, children: Children) -> AnyView {
    hat_view("office", "Menu kecamatan", frame, vec![("/kecamatan", "pindah", "Tembusan", 0, true)], children)
}

fn hat_view(hat: &'static str, menu: &'static str, frame: Frame, entries: Vec<Entry>, children: Children) -> AnyView {
    let home = entries.first().map_or("/", |entry| entry.0);
    let dock = dock_view(&entries);
    let rail = entries.into_iter().map(|entry| view! { <li>{entry_view(entry)}</li> }).collect_view();
    view! {
        <div class="shell" data-hat=hat>
            <a class="skip" href="#isi">"Langsung ke isi"</a>
            <header class="head">
                <a class="brand" href=home>
                    <img src="/mark-on-dark.svg" alt="" width="40" height="40"/>
                    <span><b>{frame.unit}</b><small>{frame.place}</small></span>
                </a>
                <a class="head-link" href="/masuk/topi"><Icon name="user"/><span>{frame.person} ", " {frame.role}</span></a>
            </header>
            <nav class="rail" aria-label=menu><ul>{rail}</ul></nav>
            <main id="isi">{children()}</main>
            <nav class="dock" aria-label="Utama">{dock}</nav>
        </div>
    }
    .into_any()
}

/// A phone has room for four: where there are more, the last one opens the others.
fn dock_view(entries: &[Entry]) -> AnyView {
    if entries.len() <= 4 {
        return entries.iter().copied().map(entry_view).collect_view().into_any();
    }
    let (first, others) = entries.split_at(3);
    let here = others.iter().any(|entry| entry.4);
    view! {
        {first.iter().copied().map(entry_view).collect_view()}
        <details>
            <summary aria-current=here.then_some("true")><Icon name="dots"/><span>"Lainnya"</span></summary>
            <div>{others.iter().copied().map(entry_view).collect_view()}</div>
        </details>
    }
    .into_any()
}

fn entry_view((path, icon, word, count, here): Entry) -> AnyView {
    view! {
        <a href=path aria-current=here.then_some("page")>
            <Icon name=icon/>
            <span>{word}</span>
            {(count > 0).then(|| view! { <span class="n">{count}</span> })}
        </a>
    }
    .into_any()
}

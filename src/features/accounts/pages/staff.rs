use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::onward_link;
use crate::domain::IdemKey;
use crate::features::accounts::{Appoint, Dismiss, IssueCode, ReadOwnStaff, ReadStaffOf, StaffRow, StaffView};
use crate::features::offices::ChoosePilotOffice;
use crate::forms::Choice;
use crate::ui::{
    Ask, Choices, Form, GoneRow, Icon, OfficeLayout, OfficeTab, PageHead, Read, RegencyLayout, RegencyTab, Submit, TextField, TextKind,
    key_field, load, read, was_refused,
};

const OWN: Read<StaffView> = read::<ReadOwnStaff, _>();
const OF: Read<StaffView> = read::<ReadStaffOf, _>();

/// `/kantor/pegawai`: the head's operators and verifiers.
#[component]
pub fn OwnStaffPage() -> AnyView {
    load(OWN, Ask::nothing(), |view| {
        let frame = view.frame.clone();
        view! { <OfficeLayout frame=frame tab=OfficeTab::Staff>{staff_view(view, "/kantor/pegawai".to_owned())}</OfficeLayout> }.into_any()
    })
}

/// `/bpm/kantor/{slug}`: the heads of an office, the camat of a kecamatan, or who reviews for the regency.
#[component]
pub fn StaffPage() -> AnyView {
    load(OF, Ask::nothing().param("slug"), |view| {
        let (frame, here) = (view.frame.clone(), ["/bpm/kantor/", &view.slug].concat());
        let tab = match (view.pilot, view.slug.as_str()) {
            (Some(_), _) => RegencyTab::Offices,
            (None, "bpm-pemdes") => RegencyTab::Campaigns,
            (None, _) => RegencyTab::Kecamatan,
        };
        view! { <RegencyLayout frame=frame tab=tab>{staff_view(view, here)}</RegencyLayout> }.into_any()
    })
}

fn staff_view(view: StaffView, here: String) -> AnyView {
    let slug = view.slug;
    let open = |row: &&StaffRow| row.can_change && view.may_change;
    let open = view.people.iter().filter(open).map(|row| row.right.to_string()).collect();
    let rows = view.people.into_iter().map(|row| row_view(row, &slug, view.may_change)).collect_view();
    let form = if view.may_change || was_refused(<Appoint as ServerFn>::PATH) {
        form_view(view.roles, &slug, view.key)
    } else {
        step_up_view(&here)
    };
    let pilot = view.pilot.map(|pilot| pilot_view(pilot, &slug, view.pilot_key));
    view! {
        <div class="page flow">
            <PageHead title=["Pegawai ", &view.office].concat()/>
            <GoneRow actions=vec![<IssueCode as ServerFn>::PATH, <Dismiss as ServerFn>::PATH] field="hak" rows=open/>
            <ul class="sheet rows" data-flush="">{rows}</ul>
            {form}
            {pilot}
        </div>
    }
    .into_any()
}

fn pilot_view(pilot: bool, slug: &str, key: IdemKey) -> AnyView {
    let (now, other, label) = if pilot {
        ("Kantor ini termasuk percontohan.", "tidak", "Keluarkan dari percontohan")
    } else {
        ("Kantor ini belum termasuk percontohan.", "ya", "Jadikan kantor percontohan")
    };
    let slug = slug.to_owned();
    view! {
        <section class="sheet flow">
            <h2>"Percontohan"</h2>
            <p>{now}</p>
            <p class="soft">"Kepindahan warga hanya dikirim ke kantor percontohan. Ke kantor lain, warga membawa suratnya sendiri."</p>
            <Form action={<ChoosePilotOffice as ServerFn>::PATH}>
                <input type="hidden" name="slug" value=slug/>
                <input type="hidden" name="percontohan" value=other/>
                {key_field(key)}
                <Submit label=label class="btn btn-second"/>
            </Form>
        </section>
    }
    .into_any()
}

fn row_view(row: StaffRow, slug: &str, may_change: bool) -> AnyView {
    let state = if row.enrolled { ("done", "check", "Aktif") } else { ("grey", "hourglass", "Belum aktivasi") };
    let right = row.right.to_string();
    let [new_code, new_factor, dismissal] = row.keys.map(|key| hidden(&right, slug, key));
    let buttons = (row.can_change && may_change).then(|| {
        view! {
            <div class="btns" data-side="">
                <Form action={<IssueCode as ServerFn>::PATH} of=vec![("hak", right.clone()), ("hilang", "sandi".to_owned())]>
                    {new_code}
                    <Submit label="Kode baru" class="btn btn-row btn-second" press=Some(("hilang", "sandi"))/>
                </Form>
                <Form action={<IssueCode as ServerFn>::PATH} of=vec![("hak", right.clone()), ("hilang", "hp".to_owned())]>
                    {new_factor}
                    <Submit label="HP hilang" class="btn btn-row btn-second" press=Some(("hilang", "hp"))/>
                </Form>
                <Form action={<Dismiss as ServerFn>::PATH} of=vec![("hak", right)]>
                    {dismissal}
                    <Submit label="Berhentikan" class="btn btn-row btn-stop"/>
                </Form>
            </div>
        }
    });
    view! {
        <li class="row">
            <Icon name="user"/>
            <span class="in"><b>{row.name}</b><small>{row.role} {(!row.staff_name.is_empty()).then(|| [", ", &row.staff_name].concat())} ". Sejak " {row.since} "."</small></span>
            <span class="mark" data-who=state.0><Icon name=state.1/>{state.2}</span>
            {buttons}
        </li>
    }
    .into_any()
}

fn hidden(right: &str, slug: &str, key: IdemKey) -> AnyView {
    view! {
        <input type="hidden" name="hak" value=right.to_owned()/>
        <input type="hidden" name="slug" value=slug.to_owned()/>
        {key_field(key)}
    }
    .into_any()
}

fn form_view(roles: Vec<String>, slug: &str, key: IdemKey) -> AnyView {
    let first = roles.first().cloned().unwrap_or_default();
    let roles = roles.into_iter().map(|code| Choice { label: role_label(&code).to_owned(), code, of: None }).collect::<Vec<_>>();
    let slug = slug.to_owned();
    view! {
        <section class="sheet flow">
            <h2>"Tambah pegawai"</h2>
            <Form action={<Appoint as ServerFn>::PATH}>
                <TextField name="nama" label="Nama lengkap" hint="Sesuai KTP".to_owned()/>
                <TextField name="hp" label="Nomor HP" hint="Contoh: 0812 3456 7890".to_owned() kind=TextKind::Phone/>
                <Choices name="peran" label="Peran" options=roles value=first/>
                <input type="hidden" name="slug" value=slug/>
                {key_field(key)}
                <Submit label="Tambah pegawai" icon=Some("user-plus")/>
            </Form>
        </section>
    }
    .into_any()
}

/// Rights are changed with a fresh second factor.
fn step_up_view(here: &str) -> AnyView {
    let to = onward_link("/masuk/kode", here);
    view! { <p><a class="btn" href=to rel="external"><Icon name="lock"/>"Buka untuk mengubah"</a></p> }.into_any()
}

fn role_label(code: &str) -> &'static str {
    match code {
        "operator" => "Operator",
        "camat" => "Camat",
        "bpm" => "Pemeriksa BPM Pemdes",
        "verifikator" => "Verifikator (sekretaris atau kepala seksi)",
        _ => "Kepala desa atau lurah",
    }
}

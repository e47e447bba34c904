use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::{ended_view, next_field};
use crate::features::accounts::{DoorView, ReadDoor, StaffSignIn};
use crate::text::Lang;
use crate::ui::{Ask, Form, Icon, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, read};

const DOOR: Read<DoorView> = read::<ReadDoor, _>();

/// `/masuk/petugas`: password and second factor. Indonesian only, as all pages of the office.
#[component]
pub fn StaffDoorPage() -> AnyView {
    load(DOOR, Ask::nothing().query("lanjut"), door_view)
}

fn door_view(view: DoorView) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title="Masuk petugas"/>
                {view.ended.map(|why| ended_view(&why, Lang::Id.words().account()))}
                <p class="lede">"Untuk petugas kantor desa, kelurahan, kecamatan, dan kabupaten."</p>
                <Form action={<StaffSignIn as ServerFn>::PATH}>
                    <TextField name="siapa" label="Nomor HP atau nama petugas" hint="Contoh: rini.tamansari-licin".to_owned() fill="username"/>
                    <TextField name="sandi" label="Kata sandi" kind=TextKind::Password fill="current-password"/>
                    <TextField name="kode" label="Kode keamanan" hint="6 angka dari aplikasi kode di HP Anda".to_owned() kind=TextKind::Digits fill="one-time-code"/>
                    {next_field(view.next)}
                    <Submit label="Masuk"/>
                </Form>
                <p class="links">
                    <a class="link" href="/masuk/aktivasi"><Icon name="key"/>"Punya kode aktivasi"</a>
                    <a class="link" href="/masuk"><Icon name="device-mobile"/>"Masuk sebagai warga"</a>
                </p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

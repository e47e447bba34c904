use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::next_field;
use crate::features::accounts::{DoorView, ReadDoor, StepUp};
use crate::ui::{Ask, Form, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, read};

const DOOR: Read<DoorView> = read::<ReadDoor, _>();

/// `/masuk/kode`: the second factor again, before an act that asks for it.
#[component]
pub fn StepUpPage() -> AnyView {
    load(DOOR, Ask::nothing().query("lanjut"), door_view)
}

fn door_view(view: DoorView) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title="Tunjukkan kode keamanan"/>
                <p class="lede">"Untuk langkah ini kami perlu kode yang baru. Berlaku 5 menit."</p>
                <Form action={<StepUp as ServerFn>::PATH}>
                    <TextField name="kode" label="Kode keamanan" hint="6 angka dari aplikasi kode di HP Anda".to_owned() kind=TextKind::Digits fill="one-time-code"/>
                    {next_field(view.next)}
                    <Submit label="Lanjutkan"/>
                </Form>
            </div>
        </PublicLayout>
    }
    .into_any()
}

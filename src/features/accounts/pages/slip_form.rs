use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::accounts::{PrintSlip, ReadSlipForm, SlipFormView};
use crate::ui::{Ask, Form, Icon, OfficeLayout, OfficeTab, PageHead, Read, Submit, TextField, TextKind, key_field, load, read};

const SLIP: Read<SlipFormView> = read::<ReadSlipForm, _>();

/// `/kantor/slip`: a code for who has neither credit nor signal.
#[component]
pub fn SlipFormPage() -> AnyView {
    load(SLIP, Ask::nothing(), slip_view)
}

fn slip_view(view: SlipFormView) -> AnyView {
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Today>
            <div class="page flow" data-read="">
                <PageHead title="Cetak slip kode masuk"/>
                <p class="lede">"Untuk warga di depan loket yang tidak punya pulsa atau kuota."</p>
                <div class="note" data-who="you">
                    <Icon name="shield-check"/>
                    <div><b>"Periksa KTP dan nomor HP-nya dulu"</b><p>"Slip membuka akun nomor itu. Pencetakan tercatat atas nama Anda, dan warga melihatnya."</p></div>
                </div>
                <Form action={<PrintSlip as ServerFn>::PATH}>
                    <TextField name="hp" label="Nomor HP warga" hint="Contoh: 0812 3456 7890".to_owned() kind=TextKind::Phone/>
                    {key_field(view.key)}
                    <Submit label="Buat slip" icon=Some("printer")/>
                </Form>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

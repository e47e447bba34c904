use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::accounts::OpenEnrolment;
use crate::ui::{Form, PageHead, PublicLayout, Submit, TextField};

/// `/masuk/aktivasi`: the one-time code that was handed over.
#[component]
pub fn EnrolPage() -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title="Aktifkan akun petugas"/>
                <p class="lede">"Isi kode aktivasi dari kepala desa, lurah, atau administrator."</p>
                <Form action={<OpenEnrolment as ServerFn>::PATH}>
                    <TextField name="kode" label="Kode aktivasi" hint="12 huruf dan angka. Contoh: 4KTP-9WXY-M2HD".to_owned()/>
                    <Submit label="Lanjutkan"/>
                </Form>
            </div>
        </PublicLayout>
    }
    .into_any()
}

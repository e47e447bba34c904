use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::accounts::{Activate, EnrolmentView, FactorView, ReadEnrolment};
use crate::ui::{Ask, Form, PageHead, PublicLayout, Read, Submit, TextField, TextKind, load, qr_view, read};

const ENROLMENT: Read<EnrolmentView> = read::<ReadEnrolment, _>();

/// `/masuk/aktivasi/pasang`: a password, and the app that shows codes.
#[component]
pub fn ActivatePage() -> AnyView {
    load(ENROLMENT, Ask::nothing(), activate_view)
}

fn activate_view(view: EnrolmentView) -> AnyView {
    let hint = match view.factor {
        Some(_) => "6 angka yang sekarang tampil di aplikasi",
        None => "6 angka dari aplikasi yang sudah Anda pakai",
    };
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title="Pasang kata sandi dan kode keamanan"/>
                <p class="lede">{view.name} {(!view.staff_name.is_empty()).then(|| [", nama petugas: ", &view.staff_name].concat())}</p>
                {view.factor.as_ref().map(factor_view)}
                <Form action={<Activate as ServerFn>::PATH}>
                    <TextField
                        name="sandi"
                        label="Kata sandi baru"
                        hint="Paling sedikit 12 huruf atau angka. Beberapa kata paling mudah diingat.".to_owned()
                        kind=TextKind::Password
                        fill="new-password"
                    />
                    <TextField name="kode" label="Kode keamanan" hint=hint.to_owned() kind=TextKind::Digits fill="one-time-code"/>
                    <Submit label="Aktifkan akun"/>
                </Form>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn factor_view(factor: &FactorView) -> AnyView {
    view! {
        <section class="sheet flow">
            <h2>"Tambahkan ke aplikasi kode di HP"</h2>
            <p>"Buka aplikasi kode (authenticator), pindai gambar ini, atau ketik kuncinya."</p>
            {qr_view(&factor.qr, "Kode QR untuk aplikasi kode".to_owned())}
            <p class="num" id="kunci">{factor.secret.clone()}</p>
        </section>
    }
    .into_any()
}

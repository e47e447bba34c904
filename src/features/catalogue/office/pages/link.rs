use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::office::{LinkView, MadeLink, MakeSellerLink, ReadSellerLink};
use crate::features::catalogue::pages::{FOREIGN, hidden_view};
use crate::ui::{
    Ask, Form, Icon, OfficeLayout, OfficeTab, PageHead, Read, Submit, TextField, TextKind, back_view, key_field, load, note_view, read,
};

const LINK: Read<LinkView> = read::<ReadSellerLink, _>();

/// `/kantor/produk/toko/{id}/tautan`: the office hands a shop to its seller.
#[component]
pub fn SellerLinkPage() -> AnyView {
    load(LINK, Ask::nothing().param("id"), link_view)
}

fn link_view(view: LinkView) -> AnyView {
    let (hidden, key, phone) = (view.hidden, view.key, view.phone);
    let (title, submit) = match &view.made {
        Some(_) => ("Buat tautan baru", "Ganti tautan"),
        None => ("Buat tautan", "Buat tautan"),
    };
    view! {
        <OfficeLayout frame=view.frame tab=OfficeTab::Market>
            <div class="page flow" data-read="">
                {back_view(view.back)}
                <PageHead title="Serahkan ke penjual"/>
                <p class="lede">"Penjual menerima tautan, masuk dengan nomor HP-nya, lalu mengurus sendiri toko ini. Kantor tetap menyetujui setiap perubahan."</p>
                {view.kept.map(note_view)}
                {view.made.map(made_view)}
                <section class="sheet flow">
                    <h2>{title}</h2>
                    <Form action={<MakeSellerLink as ServerFn>::PATH}>
                        {hidden_view(hidden)}
                        {key_field(key)}
                        <TextField name="telepon" label="Nomor HP penjual" hint="Hanya nomor ini yang bisa memakai tautan. Contoh: 0812 3456 7890".to_owned() kind=TextKind::Phone value=phone/>
                        <Submit label=submit class="btn btn-second"/>
                    </Form>
                </section>
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn made_view(made: MadeLink) -> AnyView {
    view! {
        <section class="sheet flow">
            <h2>"Tautan siap dikirim"</h2>
            <dl class="kv">
                <div><dt>"Untuk nomor"</dt><dd class="num">{made.phone}</dd></div>
                <div><dt>"Berlaku sampai"</dt><dd>{made.until}</dd></div>
                <div><dt>"Tautan"</dt><dd>{made.address}</dd></div>
            </dl>
            <p class="soft">"Berlaku satu kali. Bila dikirim ke nomor lain, tautan tidak bisa dipakai."</p>
            <a class="btn btn-wa" href=made.whatsapp rel=FOREIGN><Icon name="brand-whatsapp"/>"Kirim lewat WhatsApp"</a>
        </section>
    }
    .into_any()
}

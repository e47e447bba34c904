use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::library::own::ReserveHere;
use crate::features::library::public::{NameField, OrderView, ReadTitle, TitlePageView};
use crate::ui::{
    Ask, Canonical, Drawing, Form, PageHead, PublicLayout, Read, Submit, TextField, back_view, key_field, load, note_view, read,
};

const TITLE: Read<TitlePageView> = read::<ReadTitle, _>();

/// `/pustaka/{id}`: a book, where it stands, and the form to reserve it.
#[component]
pub fn TitlePage() -> AnyView {
    load(TITLE, Ask::nothing().param("id").query("di").query("ambil"), title_view)
}

fn title_view(view: TitlePageView) -> AnyView {
    view! {
        <PublicLayout>
            <div class="page flow">
                {back_view(view.back)}
                <PageHead title=view.title description=view.description/>
                <Canonical address=view.address/>
                <p class="lede">{view.lede}</p>
                {view.note.map(note_view)}
                {view.order.map(order_view)}
                <Drawing html=view.drawn/>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn order_view(order: OrderView) -> AnyView {
    let line = |said: String| view! { <p>{said}</p> }.into_any();
    let name = |NameField { label, hint, value }: NameField| view! { <TextField name="nama" label hint value fill="name"/> }.into_any();
    view! {
        <section class="sheet flow">
            <h2>{order.heading}</h2>
            {order.sentences.into_iter().map(line).collect_view()}
            <Form action={<ReserveHere as ServerFn>::PATH}>
                {order.name.map(name)}
                <input type="hidden" name="_kantor" value=order.office/>
                <input type="hidden" name="_dari" value=order.from/>
                <input type="hidden" name="_judul" value=order.title.to_string()/>
                {key_field(order.key)}
                <Submit label=order.button/>
            </Form>
        </section>
    }
    .into_any()
}

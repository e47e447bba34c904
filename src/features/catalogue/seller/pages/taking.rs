use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::seller::{ReadTaking, TakeOwnShop, TakingView};
use crate::ui::{Ask, Form, PageHead, Read, ResidentLayout, Submit, back_view, key_field, load, read};

const TAKING: Read<TakingView> = read::<ReadTaking, _>();

/// `/akun/toko/terima/{token}`: a shop that an office hands over.
#[component]
pub fn TakingPage() -> AnyView {
    load(TAKING, Ask::nothing().param("token"), taking_view)
}

fn taking_view(view: TakingView) -> AnyView {
    let (token, key) = (view.token, view.key);
    let form = view.take.map(|label| {
        view! {
            <Form action={<TakeOwnShop as ServerFn>::PATH}>
                <input type="hidden" name="_token" value=token/>
                {key_field(key)}
                <Submit label=label/>
            </Form>
        }
        .into_any()
    });
    view! {
        <ResidentLayout>
            <div class="page flow" data-read="">
                {back_view(view.back)}
                <PageHead title=view.title/>
                <p class="lede">{view.lede}</p>
                {form}
            </div>
        </ResidentLayout>
    }
    .into_any()
}

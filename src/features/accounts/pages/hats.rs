use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::parts::next_field;
use crate::features::accounts::{HatView, HatsView, ReadHats, TakeHat};
use crate::ui::{Ask, Form, PageHead, PublicLayout, Read, load, read};

const HATS: Read<HatsView> = read::<ReadHats, _>();

/// `/masuk/topi`: one hat at a time.
#[component]
pub fn HatsPage() -> AnyView {
    load(HATS, Ask::nothing().query("lanjut"), hats_view)
}

fn hats_view(view: HatsView) -> AnyView {
    let next = view.next;
    view! {
        <PublicLayout>
            <div class="page flow" data-read="">
                <PageHead title="Bertindak sebagai apa?"/>
                <p class="lede">"Satu peran pada satu waktu. Anda bisa menggantinya kapan saja."</p>
                <Form action={<TakeHat as ServerFn>::PATH}>
                    {next_field(next)}
                    <div class="btns">{view.hats.into_iter().map(hat_view).collect_view()}</div>
                </Form>
                <p class="links"><a class="link" href="/akun">"Akun saya"</a></p>
            </div>
        </PublicLayout>
    }
    .into_any()
}

fn hat_view(hat: HatView) -> AnyView {
    let text = if hat.unit.is_empty() { hat.role } else { [hat.role.as_str(), ", ", &hat.unit].concat() };
    let text = if hat.worn { [&text, " (sekarang)"].concat() } else { text };
    view! { <button class="btn btn-second" name="topi" value=hat.id>{text}</button> }.into_any()
}

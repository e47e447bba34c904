//! What an administrator does with a campaign.

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::domain::CampaignId;
use crate::features::compliance::campaigns::{GiveOffice, GiveView, LockIt, PublishIt, StepView};
use crate::ui::{Form, Icon, Select, Submit, key_field, was_refused};

/// The second factor first; the page follows it.
pub fn factor_view(to: String, words: &'static str) -> AnyView {
    view! { <p><a class="btn btn-second" href=to rel="external"><Icon name="lock"/>{words}</a></p> }.into_any()
}

pub fn step_view(step: StepView, id: CampaignId) -> AnyView {
    let (action, title, label) = if step.publishes {
        (PublishIt::PATH, "Terbitkan hasil", "Terbitkan hasil")
    } else {
        (LockIt::PATH, "Kunci kampanye", "Kunci kampanye")
    };
    let act = match step.step_up {
        _ if !step.ready => view! { <p>{step.says}</p> }.into_any(),
        Some(to) if !was_refused(action) => factor_view(to, "Buka untuk melanjutkan"),
        _ => {
            let (says, key) = (step.says.clone(), step.key);
            view! {
                <Form action=action>
                    <input type="hidden" name="_id" value=id.to_string()/>
                    {key_field(key)}
                    <p>{says}</p>
                    <Submit label=label class="btn btn-second"/>
                </Form>
            }
            .into_any()
        }
    };
    view! { <section class="sheet flow"><h2>{title}</h2>{act}</section> }.into_any()
}

pub fn give_view(give: GiveView, id: CampaignId) -> AnyView {
    let act = match give.step_up {
        Some(to) if !was_refused(GiveOffice::PATH) => factor_view(to, "Buka untuk mengganti pemeriksa"),
        _ => {
            let (offices, reviewers, key) = (give.offices, give.reviewers, give.key);
            view! {
                <Form action=GiveOffice::PATH>
                    <input type="hidden" name="_id" value=id.to_string()/>
                    {key_field(key)}
                    <Select name="kantor" label="Kantor" options=offices/>
                    <Select name="pemeriksa" label="Pemeriksa baru" hint=Some("Dari kecamatan lain".to_owned()) options=reviewers/>
                    <Submit label="Ganti pemeriksa" class="btn btn-second"/>
                </Form>
            }
            .into_any()
        }
    };
    view! {
        <details class="sheet" open=was_refused(GiveOffice::PATH)>
            <summary class="row"><span class="in"><b>"Ganti pemeriksa sebuah kantor"</b></span><Icon name="chevron-down"/></summary>
            {act}
        </details>
    }
    .into_any()
}

use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::words::{SkillWords, words};
use crate::domain::{IdemKey, Lang, LetterId, ListingId, ParticipantId};
use crate::features::catalogue::seller::{HideOwnSkill, ShowOwnSkill};
use crate::features::training::Skill;
use crate::ui::{PlainForm, Submit, key_field, mark, mark_view};

/// What a seller may show on the page of a shop, one by one. `chosen`: what was agreed to, each with its certificate; one
/// that was signed anew since has to be agreed to anew.
pub fn chosen(shop: ListingId, here: &str, skills: Vec<Skill>, chosen: &[(ParticipantId, LetterId)], lang: Lang, key: IdemKey) -> String {
    let words = words(lang);
    let list = if skills.is_empty() {
        view! { <p class="soft">{words.none}</p> <p class="links"><a class="link" href="/pelatihan">{words.find}</a></p> }.into_any()
    } else {
        let row = |skill: Skill| {
            let on = chosen.contains(&(skill.participant, skill.certificate));
            row_view(shop, here.to_owned(), skill, on, words, key)
        };
        view! { <p>{words.agreed}</p> <ul class="rows">{skills.into_iter().map(row).collect_view()}</ul> }.into_any()
    };
    view! { <section class="sheet flow"><h2>{words.title}</h2>{list}</section> }.into_any().to_html()
}

fn row_view(shop: ListingId, here: String, skill: Skill, on: bool, words: &'static SkillWords, key: IdemKey) -> AnyView {
    let name = [&skill.title, ", ", &skill.year.to_string()].concat();
    let (action, press, now) = if on {
        (HideOwnSkill::PATH, words.hide, mark("done", "circle-check", words.on))
    } else {
        (ShowOwnSkill::PATH, words.show, mark("grey", "eye-off", words.off))
    };
    let (shop, participant) = (shop.to_string(), skill.participant.to_string());
    let label = [press, ": ", &skill.title].concat();
    view! {
        <li class="row">
            <span class="in"><b>{name}</b>{mark_view(now)}</span>
            <PlainForm action=action here=here of=vec![("_id", participant.clone())]>
                <input type="hidden" name="_id" value=participant/>
                <input type="hidden" name="_toko" value=shop/>
                {key_field(key)}
                <Submit label=label class="btn btn-second btn-row"/>
            </PlainForm>
        </li>
    }
    .into_any()
}

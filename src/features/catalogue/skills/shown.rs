use leptos::prelude::*;

use super::words::words;
use crate::domain::Lang;
use crate::features::catalogue::store::ShownSkill;
use crate::ui::Icon;

/// What visitors of a shop see; nothing where nothing was agreed to.
pub fn shown(skills: Vec<ShownSkill>, lang: Lang) -> String {
    if skills.is_empty() {
        return String::new();
    }
    let words = words(lang);
    let line = |skill: ShownSkill| {
        let (name, to) = ([&skill.title, ", ", &skill.year.to_string()].concat(), ["/v/", &skill.token.to_string()].concat());
        let label = [words.check, ": ", &skill.title].concat();
        view! { <li><Icon name="circle-check"/><div><b>{name}</b><p><a class="link" href=to aria-label=label>{words.check}</a></p></div></li> }
            .into_any()
    };
    view! {
        <section class="sheet flow">
            <h2>{words.shown}</h2>
            <ul class="items">{skills.into_iter().map(line).collect_view()}</ul>
            <p class="soft">{words.shown_hint}</p>
        </section>
    }
    .into_any()
    .to_html()
}

use leptos::prelude::*;

use crate::features::training::office::read::Outcome;

/// What came of it, without anybody's name; nothing while nobody was there.
pub fn outcome(outcome: Outcome) -> AnyView {
    let Outcome { present, tests, stars, said } = outcome;
    if present == 0 && tests.is_none() {
        return ().into_any();
    }
    let tests = tests.map(|(both, before, after)| {
        let told = format!("{before}% benar sebelum, {after}% sesudah, dari {both} peserta yang mengerjakan keduanya");
        view! { <div><dt>"Tes singkat"</dt><dd>{told}</dd></div> }.into_any()
    });
    let stars = stars.map(|(given, mean)| {
        let told = format!("{},{} dari 5, dari {given} penilaian", mean / 10, mean % 10);
        view! { <div><dt>"Penilaian"</dt><dd>{told}</dd></div> }.into_any()
    });
    let said = (!said.is_empty()).then(|| {
        let rows = said.into_iter().map(|text| view! { <li class="row"><span class="in">{text}</span></li> }.into_any()).collect_view();
        view! { <h3>"Kata peserta"</h3><ul class="rows">{rows}</ul> }.into_any()
    });
    view! {
        <section class="flow">
            <h2>"Hasil"</h2>
            <dl class="kv">
                <div><dt>"Pernah hadir"</dt><dd>{present} " orang"</dd></div>
                {tests}
                {stars}
            </dl>
            {said}
        </section>
    }
    .into_any()
}

use leptos::prelude::*;

use super::FormState;
use super::choice::option_view;
use super::field::{around, bad, described_by};
use crate::domain::month_name;
use crate::forms::{Choice, DATE_PARTS};
use crate::ui::{use_visitor, use_words};

/// A day in three inputs, the month by its name: `lahir.hari`, `lahir.bulan`, `lahir.tahun`.
#[component]
pub fn DateField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional_no_strip, into)] hint: Option<String>,
    /// Day, month and year as typed.
    value: [String; 3],
) -> AnyView {
    let state = expect_context::<FormState>();
    state.know(&name, &label);
    let (words, lang) = (use_words().form(), use_visitor().lang);
    let names = DATE_PARTS.map(|part| [name.as_str(), part].concat());
    let [day, month, year] = [0, 1, 2].map(|at| state.begin(&names[at], value[at].clone()));
    let [day_name, month_name_, year_name] = names;
    let months = (1..=12_u8).map(|number| {
        let option = Choice { code: number.to_string(), label: month_name(number, lang).to_owned(), of: None };
        option_view(option, &month)
    });
    let wrong = bad(state, &name);
    let described = described_by(&name, hint.is_some());
    view! {
        <fieldset class="field" data-bad=wrong aria-describedby=described>
            <legend>{label}</legend>
            {around(state, &name, hint)}
            <div class="date">
                <input class="box" id=name.clone() name=day_name inputmode="numeric" autocomplete="off" value=day aria-label=words.day aria-invalid=wrong/>
                <span class="pick">
                    <select class="box" name=month_name_ aria-label=words.month>
                        <option value="">{words.month}</option>
                        {months.collect_view()}
                    </select>
                </span>
                <input class="box" name=year_name inputmode="numeric" autocomplete="off" value=year aria-label=words.year/>
            </div>
        </fieldset>
    }
    .into_any()
}

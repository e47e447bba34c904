//! How much of a product, and which of its variants: the fields of an order.

use leptos::prelude::*;

use crate::features::catalogue::OrderView;
use crate::text::MarketWords;
use crate::ui::Icon;

/// `name`: of the field, and what its hint and its problem are called after.
pub fn amount_field(name: String, unit: &str, order: &OrderView, words: &'static MarketWords) -> AnyView {
    let [hint, error] = ["-hint", "-error"].map(|end| [&name, end].concat());
    let bad = order.wrong_amount.as_ref().map(|_| "true");
    let described = if bad.is_some() { [&hint, " ", &error].concat() } else { hint.clone() };
    view! {
        <div class="field" data-bad=bad>
            <label for=name.clone()>{words.amount}</label>
            <p class="hint" id=hint>{[words.counted_in, unit].concat()}</p>
            {order.wrong_amount.clone().map(|wrong| problem_view(error, wrong))}
            <input
                class="box box-s"
                id=name.clone()
                name=name
                inputmode="numeric"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=bad
                value=order.amount.clone()
            />
        </div>
    }
    .into_any()
}

/// Nothing for a product without variants.
pub fn variant_field(name: String, axis: String, values: Vec<String>, order: &OrderView) -> Option<AnyView> {
    if axis.is_empty() {
        return None;
    }
    let error = [&name, "-error"].concat();
    let bad = order.wrong_variant.as_ref().map(|_| "true");
    let described = bad.map(|_| error.clone());
    let option = |value: String| {
        let here = value == order.variant;
        view! { <option value=value.clone() selected=here>{value.clone()}</option> }.into_any()
    };
    let options = values.into_iter().map(option).collect_view();
    let field = view! {
        <div class="field" data-bad=bad>
            <label for=name.clone()>{axis}</label>
            {order.wrong_variant.clone().map(|wrong| problem_view(error, wrong))}
            <span class="pick">
                <select class="box" id=name.clone() name=name aria-describedby=described aria-invalid=bad>{options}</select>
            </span>
        </div>
    };
    Some(field.into_any())
}

fn problem_view(id: String, sentence: String) -> AnyView {
    view! { <p class="problem" id=id role="alert"><Icon name="alert-circle"/>{sentence}</p> }.into_any()
}

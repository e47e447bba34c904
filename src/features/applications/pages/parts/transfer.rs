use leptos::prelude::*;

use crate::features::applications::TransferView;
use crate::text::CaseWords;
use crate::ui::NamedIcon;

/// Where a move to another office stands, and which office acts next.
pub fn transfer_view(transfer: TransferView, words: &'static CaseWords) -> AnyView {
    let (before, after) = words.transfer[transfer.state as usize];
    let reason = transfer.reason.map(|reason| view! { <p>"“" {reason} "”"</p> });
    view! {
        <div class="note" data-who=transfer.state.who()>
            <NamedIcon name=transfer.state.icon()/>
            <div><b>{before} {transfer.office} {after}</b>{reason}</div>
        </div>
    }
    .into_any()
}

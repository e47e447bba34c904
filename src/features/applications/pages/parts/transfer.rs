use leptos::prelude::*;

use crate::features::applications::{TransferState, TransferView};
use crate::text::CaseWords;
use crate::ui::{Icon, NamedIcon};

/// Where a move to another office stands, and which office acts next.
pub fn transfer_view(transfer: TransferView, words: &'static CaseWords) -> AnyView {
    let (before, after) = words.transfer[transfer.state as usize];
    let on = (transfer.state == TransferState::Accepted).then(|| {
        view! { <p><a class="btn btn-second" href="/permohonan/baru/datang">{words.arrive}<Icon name="arrow-right"/></a></p> }
    });
    let unsent = (!transfer.state.has_left()).then(|| view! { <p>{words.take_it}</p> });
    let reason = transfer.reason.map(|reason| view! { <p>"“" {reason} "”"</p> });
    view! {
        <div class="note" data-who=transfer.state.who()>
            <NamedIcon name=transfer.state.icon()/>
            <div><b>{before} {transfer.office} {after}</b>{reason}{unsent}{on}</div>
        </div>
    }
    .into_any()
}

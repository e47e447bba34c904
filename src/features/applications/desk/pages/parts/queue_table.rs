use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::{due_view, hidden, state_mark};
use crate::domain::IdemKey;
use crate::features::applications::desk::{ClaimCase, QueueRow};
use crate::ui::{Form, GoneRow, NamedIcon, Submit};

/// The queue as a table, as cards on a phone. Each row is one step of `j` and `k`.
pub fn queue_table(rows: Vec<QueueRow>, key: IdemKey) -> AnyView {
    let free = rows.iter().filter(|row| !row.mine && row.can_claim).map(|row| row.id.to_string()).collect();
    let rows = rows.into_iter().map(|row| row_view(row, key)).collect_view();
    view! {
        <GoneRow actions=vec![ClaimCase::PATH] field="_id" rows=free/>
        <div class="t-wrap">
            <table class="t queue">
                <caption class="sr-only">"Permohonan, janji terdekat lebih dulu"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Janji"</th>
                        <th scope="col">"Keadaan"</th>
                        <th scope="col">"Layanan"</th>
                        <th scope="col">"Pemohon"</th>
                        <th scope="col">"NIK"</th>
                        <th scope="col">"Nomor"</th>
                        <th scope="col">"Lewat"</th>
                        <th scope="col">"Petugas"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row_view(row: QueueRow, key: IdemKey) -> AnyView {
    let href = ["/kantor/permohonan/", &row.id.to_string()].concat();
    let acts = (!row.mine && row.can_claim).then_some("");
    let officer = match (row.mine, row.can_claim) {
        (true, _) => view! { "Saya" }.into_any(),
        (false, true) => claim_form(&row, key),
        // Nobody is an empty cell; an empty text would be drawn as a blank, which no style tells from a name.
        (false, false) => (!row.officer.is_empty()).then(|| row.officer.clone()).into_any(),
    };
    view! {
        <tr data-row="">
            <td class="q-due">{due_view(row.due)}</td>
            <td class="q-mark">{state_mark(row.state)}</td>
            <td class="q-what"><span class="t-ico"><NamedIcon name=row.code/>{row.service}</span></td>
            <td class="q-who">{row.holder}</td>
            <td class="q-nik">{row.nik_end}</td>
            <td class="q-ref"><a href=href>{row.reference}</a></td>
            <td class="q-via">{row.channel}</td>
            <td class="q-by" data-act=acts>{officer}</td>
        </tr>
    }
    .into_any()
}

/// Takes a case out of its row.
pub fn claim_form(row: &QueueRow, key: IdemKey) -> AnyView {
    let (id, seen) = (row.id, row.seen);
    // One key for the page would answer the second case with the first.
    let own = IdemKey::from_u128(key.as_u128() ^ id.as_u128());
    view! {
        <Form action=ClaimCase::PATH of=vec![("_id", id.to_string())]>
            {hidden(id, seen, own)}
            <div data-key="a" data-press=""><Submit label="Ambil" class="btn btn-second btn-row"/></div>
        </Form>
    }
    .into_any()
}

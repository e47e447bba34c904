use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use crate::features::catalogue::table::{ReadTable, TableRow, TableView, WriteTable};
use crate::forms::Choice;
use crate::ui::{
    Ask, Cell, Form, Icon, NamedIcon, OfficeLayout, OfficeTab, PageHead, Read, Submit, along_the_column, done_view, key_field, load, read,
    use_redraw,
};

const TABLE: Read<TableView> = read::<ReadTable, _>();

/// The columns that are typed in: the name of the field, how many letters it shows, and whether it takes digits.
const COLUMNS: [(&str, u8, bool); 6] =
    [("nama", 22, false), ("harga", 7, true), ("satuan", 5, false), ("persediaan", 10, false), ("stok", 2, true), ("hari_pesan", 2, true)];

/// `/kantor/produk/tabel`: what is open at the office, to be edited in place.
#[component]
pub fn TablePage() -> AnyView {
    load(TABLE, Ask::nothing().query("setelah").query("hasil"), table_view)
}

fn table_view(view: TableView) -> AnyView {
    let (frame, next, result) = (view.frame.clone(), view.next.clone(), view.result.clone());
    let body =
        if view.rows.is_empty() { view! { <p class="soft">"Belum ada produk yang bisa diubah."</p> }.into_any() } else { form_view(view) };
    view! {
        <OfficeLayout frame tab=OfficeTab::Market>
            <div class="page flow">
                <a class="back" href="/kantor/produk"><Icon name="chevron-left"/>"Produk"</a>
                <PageHead title="Tabel produk"/>
                <p class="lede">"Ubah langsung di tabel, lalu ajukan. Petugas lain yang menyetujuinya. Draf yang belum lengkap tidak ada di sini. Panah atas, panah bawah, dan Enter berpindah baris."</p>
                {result.map(done_view)}
                {body}
                {next.map(|href| view! { <p class="links"><a class="btn btn-second" href=href>"Berikutnya"<Icon name="chevron-right"/></a></p> })}
            </div>
        </OfficeLayout>
    }
    .into_any()
}

fn form_view(view: TableView) -> AnyView {
    let (here, key) = (view.here, view.key);
    let (heads, rows, supplies) = (view.heads, view.rows, view.supplies);
    view! {
        <Form action=WriteTable::PATH>
            <input type="hidden" name="_setelah" value=here/>
            {key_field(key)}
            {rows_view(heads, rows, &supplies)}
            <Submit label="Ajukan perubahan" icon=Some("send") class="btn"/>
        </Form>
    }
    .into_any()
}

fn rows_view(heads: Vec<String>, rows: Vec<TableRow>, supplies: &[Choice]) -> AnyView {
    let head = |head: &String| view! { <th scope="col">{head.clone()}</th> };
    let columns = heads.iter().map(head).collect_view();
    let rows = rows.into_iter().map(|row| row_view(&heads, row, supplies)).collect_view();
    view! {
        <div class="sheet" data-flush="">
            <div class="t-wrap">
                <table class="t" on:keydown=move |event| along_the_column(&event)>
                    <caption class="sr-only">"Produk yang bisa diubah"</caption>
                    <thead><tr>{columns}<th scope="col">"Toko"</th><th scope="col">"Keadaan"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    }
    .into_any()
}

fn row_view(heads: &[String], row: TableRow, supplies: &[Choice]) -> AnyView {
    let TableRow { id, seen, name, cells, shop, mark, to } = row;
    let version = ["versi_", &id].concat();
    let overtaken = use_redraw().is_some_and(|redraw| redraw.typed(&version).is_some_and(|before| before != seen));
    let cell = |((column, wide, digits), (head, value)): ((&'static str, u8, bool), (&String, String))| {
        let options = if column == "persediaan" { supplies.to_vec() } else { Vec::new() };
        let (field, label) = ([column, "_", &id].concat(), [head, ", ", &name].concat());
        view! { <td data-th=head.clone()><Cell name=field label value options column wide digits overtaken/></td> }
    };
    let cells = COLUMNS.into_iter().zip(heads.iter().zip(cells)).map(cell).collect_view();
    let changed =
        overtaken.then(|| view! { <span class="mark" data-who="you"><Icon name="flag"/>"Baru saja diubah orang lain"</span> }.into_any());
    view! {
        <tr>
            {cells}
            <td data-th="Toko"><span>{shop}</span></td>
            <td data-th="Keadaan">
                <input type="hidden" name=version value=seen/>
                {changed}
                <a href=to><span class="mark" data-who=mark.who data-plain=""><NamedIcon name=mark.icon/>{mark.words}</span><span class="sr-only">" " {name}</span></a>
            </td>
        </tr>
    }
    .into_any()
}

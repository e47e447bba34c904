use leptos::prelude::*;

use super::{FigureRow, FiguresView, ReadFigures};
use crate::ui::{Ask, Drawing, PageHead, Read, RegencyLayout, RegencyTab, load, read};

const FIGURES: Read<FiguresView> = read::<ReadFigures, _>();

/// `/bpm/pasar`: shops and products of each village.
#[component]
pub fn FiguresPage() -> AnyView {
    load(FIGURES, Ask::nothing(), figures_view)
}

const HEADS: [&str; 6] = ["Desa", "Toko", "Produk", "Produk baru", "Ke WhatsApp", "Izin segera berakhir"];

fn figures_view(view: FiguresView) -> AnyView {
    let head = |head| view! { <th scope="col">{head}</th> };
    let body = if view.rows.is_empty() {
        view! { <div class="empty"><b>"Belum ada toko"</b><p>"Toko muncul di sini setelah kantor desa menyetujuinya."</p></div> }.into_any()
    } else {
        let all = FigureRow { village: "Semua".to_owned(), ..view.all };
        view! {
            <div class="sheet" data-flush="">
                <div class="t-wrap">
                    <table class="t">
                        <caption class="sr-only">"Toko dan produk tiap desa"</caption>
                        <thead><tr>{HEADS.map(head).collect_view()}</tr></thead>
                        <tbody>{row_view(all)}{view.rows.into_iter().map(row_view).collect_view()}</tbody>
                    </table>
                </div>
            </div>
        }
        .into_any()
    };
    view! {
        <RegencyLayout frame=view.frame tab=RegencyTab::Market>
            <div class="page flow">
                <PageHead title="Pasar"/>
                <p class="lede">{view.lede}</p>
                {body}
                <Drawing html=view.effect/>
            </div>
        </RegencyLayout>
    }
    .into_any()
}

fn row_view(row: FigureRow) -> AnyView {
    let village = if row.to.is_empty() {
        view! { <b>{row.village}</b> }.into_any()
    } else {
        view! { <a href=row.to rel="external">{row.village}</a> }.into_any()
    };
    let numbers = [row.shops, row.products, row.new, row.orders, row.ending];
    let number = |(head, number)| view! { <td class="num" data-th=head><span>{number}</span></td> };
    view! {
        <tr>
            <td data-th=HEADS[0]>{village}</td>
            {HEADS.into_iter().skip(1).zip(numbers).map(number).collect_view()}
        </tr>
    }
    .into_any()
}

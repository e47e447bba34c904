//! `/kantor/pustaka/pembaca`: who borrows here, and how somebody new gets a card.

use crate::access::{ActName, Refusal};
use crate::domain::ReaderId;
use crate::features::library::Reader;
use crate::features::library::label::{self, On};
use crate::features::library::office::Desk;
use crate::features::library::office::desk::Names;
use crate::features::library::office::parts::{main_button, page, part, press};
use crate::features::library::office::views::{FindView, FormView, PartView, ReaderForm, RowView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::store::{self, PAGE, Which};
use crate::server::db::OfficeScope;
use crate::ui::{mark, way};

/// Names are sealed, so they are searched by opening them: that many pages of readers, no more.
const MOST_PAGES: usize = 40;

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn readers(desk: &Desk, typed: &str, seen: &str) -> Result<ShelfView, Refusal> {
    let typed = typed.trim();
    let scope = desk.scope().await?;
    let (found, next) =
        if typed.is_empty() { page_after(&scope, seen.parse().ok()).await? } else { (searched(desk, &scope, typed).await?, None) };
    drop(scope);
    let guardians: Vec<ReaderId> = found.iter().filter_map(Reader::guardian).collect();
    let names = Names::read(desk, &guardians, &[], &[]).await?;

    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Pembaca");
    view.find = Some(FindView {
        to: [COUNTER, "/pembaca"].concat(),
        name: "cari".to_owned(),
        label: "Cari pembaca".to_owned(),
        hint: "Kode kartu, sebagian nama, atau cirinya.".to_owned(),
        typed: typed.to_owned(),
        problem: None,
        button: "Cari".to_owned(),
    });
    view.next = next.map(|last| [COUNTER, "/pembaca?setelah=", &last.to_string()].concat());
    if desk.may(ActName::KeepReader) {
        view.parts.push(new_reader());
    }
    view.ways.push(way([COUNTER, "/cetak/kartu"].concat(), "Cetak kartu"));
    let mut list = part("");
    list.rows = found.iter().map(|reader| row(reader, &names)).collect();
    if list.rows.is_empty() {
        let none = if typed.is_empty() { "Belum ada pembaca. Buatkan kartu untuk yang pertama." } else { "Tidak ada pembaca yang cocok." };
        list.says.push(none.to_owned());
    }
    view.parts.push(list);
    Ok(view)
}

pub(super) fn row(reader: &Reader, names: &Names) -> RowView {
    RowView {
        way: way([COUNTER, "/pembaca/", &reader.id.to_string()].concat(), reader.name.as_str()),
        more: vec![words::reader(reader, names)],
        mark: (!reader.active).then(|| mark("grey", "x", "Tidak aktif")),
        ..RowView::default()
    }
}

fn new_reader() -> PartView {
    let mut view = part("");
    view.forms.push(FormView {
        title: "Pembaca baru".to_owned(),
        fields: words::reader_fields(&ReaderForm::default()),
        buttons: vec![main_button("Buat kartu")],
        ..press("new_reader", "", &[])
    });
    view
}

async fn page_after(scope: &OfficeScope<'_>, last: Option<ReaderId>) -> Result<(Vec<Reader>, Option<ReaderId>), Refusal> {
    let page = store::readers(scope, Which::After(last)).await?;
    let next = page.last().filter(|_| page.len() as u64 == PAGE).map(|last| last.id);
    Ok((page, next))
}

/// The reader with this card; else those whose name holds what was typed, a page at most.
async fn searched(desk: &Desk, scope: &OfficeScope<'_>, typed: &str) -> Result<Vec<Reader>, Refusal> {
    if let Ok(card) = label::read(typed, desk.office(), On::Card) {
        return match store::reader_with_card(scope, &card).await {
            Ok(reader) => Ok(vec![reader]),
            Err(Refusal::NotFound) => Ok(Vec::new()),
            Err(other) => Err(other),
        };
    }
    let wanted = typed.to_lowercase();
    let (mut found, mut last) = (Vec::new(), None);
    for _ in 0..MOST_PAGES {
        let (page, next) = page_after(scope, last).await?;
        found.extend(
            page.into_iter()
                .filter(|reader| [reader.name.as_str(), &reader.about].iter().any(|text| text.to_lowercase().contains(&wanted))),
        );
        last = next;
        if last.is_none() || found.len() as u64 >= PAGE {
            break;
        }
    }
    found.truncate(PAGE as usize);
    Ok(found)
}

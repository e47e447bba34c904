//! `/kantor/pustaka/buku`: what this library has, page by page, or what was searched.

use crate::access::{ActName, Refusal};
use crate::domain::{Isbn, TitleId};
use crate::features::library::office::Desk;
use crate::features::library::office::parts::{page, part};
use crate::features::library::office::views::{FindView, RowView, ShelfView};
use crate::features::library::office::words::{self, COUNTER};
use crate::features::library::store::{self, Holding, Known, PAGE, Place, Wanted};
use crate::server::db::PublicScope;
use crate::ui::{encode_pair, way};

/// A page of titles, and where the next one begins.
type Listed = (Vec<(Known, Option<Holding>)>, Option<String>);

/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn titles(desk: &Desk, typed: &str, seen: &str) -> Result<ShelfView, Refusal> {
    let typed = typed.trim();
    let (found, next) = match Isbn::parse(typed) {
        Ok(isbn) => (with_isbn(desk, isbn).await?, None),
        Err(_) if typed.is_empty() => all(desk, seen).await?,
        Err(_) => searched(desk, typed, seen).await?,
    };
    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), "Buku");
    if desk.may(ActName::AddTitle) {
        view.ways.push(way([COUNTER, "/buku/baru"].concat(), "Tambah buku"));
        view.ways.push(way([COUNTER, "/impor"].concat(), "Impor dan ekspor"));
    }
    view.ways.push(way([COUNTER, "/cetak/label"].concat(), "Cetak label"));
    view.find = Some(FindView {
        to: [COUNTER, "/buku"].concat(),
        name: "cari".to_owned(),
        label: "Cari buku di perpustakaan ini".to_owned(),
        hint: "Judul, pengarang, isi, atau ISBN.".to_owned(),
        typed: typed.to_owned(),
        problem: None,
        button: "Cari".to_owned(),
    });
    view.next = next.map(|place| {
        let mut next = [COUNTER, "/buku?"].concat();
        let mut query = String::new();
        if !typed.is_empty() {
            encode_pair(&mut query, "cari", typed);
        }
        encode_pair(&mut query, "setelah", &place);
        next.push_str(&query);
        next
    });
    let mut list = part("");
    list.rows = found.iter().map(|(known, holding)| row(known, holding.as_ref())).collect();
    if list.rows.is_empty() {
        list.says.push(if typed.is_empty() { "Belum ada buku. Tambahkan yang pertama." } else { "Tidak ada buku yang cocok." }.to_owned());
    }
    view.parts.push(list);
    Ok(view)
}

fn row(known: &Known, holding: Option<&Holding>) -> RowView {
    RowView {
        way: way([COUNTER, "/buku/", &known.id.to_string()].concat(), known.title.name.clone()),
        more: [words::imprint(&known.title), words::holding(holding)].into_iter().filter(|line| !line.is_empty()).collect(),
        ..RowView::default()
    }
}

/// By their names, from after one on.
async fn all(desk: &Desk, seen: &str) -> Result<Listed, Refusal> {
    let scope = desk.scope().await?;
    let after = match seen.parse::<TitleId>() {
        Ok(id) => store::title(&scope, id).await.ok().map(|known| (known.title.name, known.id)),
        Err(_) => None,
    };
    let page = store::titles_of(&scope, after).await?;
    let next = page.last().filter(|_| page.len() as u64 == PAGE).map(|last| last.id.to_string());
    let ids: Vec<TitleId> = page.iter().map(|known| known.id).collect();
    let holdings = store::holdings_here(&scope, &ids).await?;
    Ok((page.into_iter().map(|known| with_holding(known, &holdings)).collect(), next))
}

fn with_holding(known: Known, holdings: &[Holding]) -> (Known, Option<Holding>) {
    let holding = holdings.iter().find(|holding| holding.title == known.id).copied();
    (known, holding)
}

/// The one edition with this number, whether or not this library has it.
async fn with_isbn(desk: &Desk, isbn: Isbn) -> Result<Vec<(Known, Option<Holding>)>, Refusal> {
    let Some(known) = store::title_with_isbn(desk.db(), isbn).await? else { return Ok(Vec::new()) };
    let scope = desk.scope().await?;
    let holdings = store::holdings_here(&scope, &[known.id]).await?;
    Ok(vec![with_holding(known, &holdings)])
}

async fn searched(desk: &Desk, typed: &str, seen: &str) -> Result<Listed, Refusal> {
    let scope = PublicScope::open(desk.db()).await?;
    let wanted = Wanted { words: typed.to_owned(), offices: vec![desk.office()], ..Wanted::default() };
    let (found, next) = store::find(&scope, &wanted, place(seen)).await?;
    let here = |found: store::Found| with_holding(found.known, &here(&found.holdings, desk));
    Ok((found.into_iter().map(here).collect(), next.map(|(rank, id)| [&rank.to_string(), ".", &id.to_string()].concat())))
}

fn here(holdings: &[Holding], desk: &Desk) -> Vec<Holding> {
    holdings.iter().filter(|holding| holding.office == desk.office()).copied().collect()
}

fn place(seen: &str) -> Option<Place> {
    let (rank, id) = seen.split_once('.')?;
    Some((rank.parse().ok()?, id.parse().ok()?))
}

//! What is printed: labels for the copies of a title, and the card of a reader. Whatever scans them types the code.

use super::reader::note_look;
use crate::access::Refusal;
use crate::domain::{ReaderId, TitleId};
use crate::features::library::office::Desk;
use crate::features::library::office::drawn::{Sticker, stickers};
use crate::features::library::office::parts::page;
use crate::features::library::office::views::ShelfView;
use crate::features::library::office::words::COUNTER;
use crate::features::library::{Copy, CopyPlace, store};
use crate::features::offices::gazetteer;
use crate::server::incident;
use crate::server::qr::qr_path;
use crate::ui::{QrView, way};

/// `/kantor/pustaka/buku/{id}/label`: one for each copy that is there.
///
/// # Errors
/// `NotFound`; `Busy` or `Internal` of the database.
pub async fn labels(desk: &Desk, id: TitleId) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let known = store::title(&scope, id).await?;
    let copies = store::copies_of(&scope, id).await?;
    drop(scope);
    let there = copies.iter().filter(|copy| !matches!(copy.place, CopyPlace::Gone { .. }));
    let office = gazetteer().full_title(desk.office());
    let class = known.title.class.code().to_uppercase();
    let label = |copy: &Copy| sticker(&copy.code, &[&class, &known.title.name, &office]);
    let labels = there.map(label).collect::<Result<Vec<_>, _>>()?;
    let back = way([COUNTER, "/buku/", &id.to_string()].concat(), known.title.name.clone());
    let title = ["Label ", &known.title.name].concat();
    Ok(ShelfView { sheet: Some(stickers(labels)), ..page(desk, Some(back), title) })
}

/// `/kantor/pustaka/pembaca/{id}/kartu`
///
/// # Errors
/// `NotFound` out of reach; `Busy` or `Internal` of the database.
pub async fn card(desk: &Desk, id: ReaderId) -> Result<ShelfView, Refusal> {
    let scope = desk.scope().await?;
    let reader = store::reader(&scope, id).await?;
    drop(scope);
    note_look(desk, &reader).await?;
    let office = gazetteer().full_title(desk.office());
    let card = sticker(&reader.card, &[reader.name.as_str(), "Kartu pembaca", &office])?;
    let back = way([COUNTER, "/pembaca/", &id.to_string()].concat(), reader.name.as_str());
    Ok(ShelfView { sheet: Some(stickers(vec![card])), ..page(desk, Some(back), ["Kartu ", reader.name.as_str()].concat()) })
}

fn sticker(code: &str, lines: &[&str]) -> Result<Sticker, Refusal> {
    let qr = qr_path(code).ok_or_else(|| incident::report("a label is longer than a QR code", &"library"))?;
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    Ok(Sticker { code: code.to_owned(), qr: QrView { size: qr.size, path: qr.path }, lines })
}

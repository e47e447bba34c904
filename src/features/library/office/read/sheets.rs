//! `/kantor/pustaka/cetak/{label|kartu}`: which labels or cards are to be printed by the sheet, and the file of them.

use crate::access::Refusal;
use crate::features::library::label::On;
use crate::features::library::office::Desk;
use crate::features::library::office::parts::{page, part};
use crate::features::library::office::views::{FindView, PartView, ShelfView};
use crate::features::library::office::words::COUNTER;
use crate::features::library::sheets::{NoNumbers, Numbers, Pieces};
use crate::features::library::store;
use crate::ui::way;

/// # Errors
/// `NotFound` for other pieces; `Busy` or `Internal` of the database.
pub async fn sheets(desk: &Desk, pieces: &str, typed: &str) -> Result<ShelfView, Refusal> {
    let pieces = Pieces::parse(pieces).ok_or(Refusal::NotFound)?;
    let typed = typed.trim();
    let read = Numbers::parse(typed, pieces);
    let mut view = page(desk, Some(way(COUNTER, "Pustaka")), ["Cetak ", &pieces.words().to_lowercase()].concat());
    let most = pieces.most().to_string();
    view.find = Some(FindView {
        to: [COUNTER, "/cetak/", pieces.code()].concat(),
        name: "nomor".to_owned(),
        label: ["Nomor ", &pieces.words().to_lowercase()].concat(),
        hint: ["Dari sampai, misalnya 1-", &pieces.on_a_sheet().to_string(), ". Paling banyak ", &most, " sekaligus."].concat(),
        typed: typed.to_owned(),
        problem: match read {
            Err(NoNumbers::TooMany) => Some(["Terlalu banyak. Paling banyak ", &most, " nomor sekaligus; bagi menjadi beberapa."].concat()),
            Err(NoNumbers::Unread) if !typed.is_empty() => Some("Tulis dua nomor dengan tanda hubung, misalnya 1-24.".to_owned()),
            _ => None,
        },
        button: "Siapkan".to_owned(),
    });
    view.ways.push(match pieces {
        Pieces::Labels => way([COUNTER, "/cetak/kartu"].concat(), "Cetak kartu pembaca"),
        Pieces::Cards => way([COUNTER, "/cetak/label"].concat(), "Cetak label buku"),
    });
    if let Ok(numbers) = read {
        view.parts.push(file_part(pieces, numbers, count(desk, pieces, numbers).await?));
    }
    Ok(view)
}

/// How many of the numbers are there to be printed.
async fn count(desk: &Desk, pieces: Pieces, numbers: Numbers) -> Result<usize, Refusal> {
    let scope = desk.scope().await?;
    match pieces {
        Pieces::Labels => Ok(store::copies_labelled(&scope, &numbers.labels(desk.office(), On::Copy)).await?.len()),
        Pieces::Cards => Ok(store::readers_with_cards(&scope, &numbers.labels(desk.office(), On::Card)).await?.len()),
    }
}

fn file_part(pieces: Pieces, numbers: Numbers, there: usize) -> PartView {
    let mut view = part("");
    if there == 0 {
        view.says.push(["Tidak ada ", &pieces.words().to_lowercase(), " dengan nomor itu."].concat());
        return view;
    }
    let size = match pieces {
        Pieces::Labels => "Kertas label A4 berisi 24 (70 x 37 mm), atau kertas biasa yang digunting.",
        Pieces::Cards => "Seukuran KTP, 10 kartu selembar A4. Gunting menurut garisnya.",
    };
    view.says =
        vec![[&there.to_string(), " siap dicetak. ", size].concat(), "Cetak dengan skala 100%, tanpa menyesuaikan halaman.".to_owned()];
    let file = [COUNTER, "/cetak/", pieces.code(), "/", &numbers.written(), ".pdf"].concat();
    view.ways.push(way(file, "Unduh PDF"));
    view
}

use super::item::{back, numbered};
use super::opened::Opened;
use super::queue::frame;
use crate::access::Refusal;
use crate::features::compliance::review::desk::Desk;
use crate::features::compliance::review::views::{VisitRow, VisitView};
use crate::features::compliance::review::words::{self, item_page};
use crate::features::compliance::{Answer, Item};
use crate::ui::{note, way};

/// What a visit looks at first.
const FIRST: &str = "toilet";

/// `/bpm/telaah/{slug}/kunjungan`: what was seen at the office, item by item.
///
/// # Errors
/// `NotFound` for an office in no campaign; `Busy` or `Internal` of the database.
pub async fn visit(desk: &Desk, slug: &str, asked: &str, result: &str) -> Result<VisitView, Refusal> {
    let opened = Opened::of(desk, slug, asked).await?;
    let row = |(at, (item, answer)): (usize, (&Item, &Answer))| VisitRow {
        item: item.code.clone(),
        title: numbered(at, item),
        mark: words::mark_of(answer),
        form: opened.visit_form(desk, answer),
    };
    let mut rows: Vec<VisitRow> = opened.instrument.asked().zip(&opened.assessment.answers).enumerate().map(row).collect();
    rows.sort_by_key(|row| row.item != FIRST);
    let reads = !opened.visits(desk);
    let only_reads = || {
        let text = if opened.takes_verdicts() { "Kunjungan diisi pemeriksa kantor ini." } else { "Hasil kampanye ini sudah terbit." };
        note("grey", "eye", "Anda hanya membaca", text)
    };
    Ok(VisitView {
        frame: frame(desk, &opened.campaign).await?,
        open: !reads,
        back: if reads { back(desk, &opened) } else { way(item_page(slug, "", opened.campaign.id), opened.office.full_title()) },
        title: ["Kunjungan ke ", &opened.office.full_title()].concat(),
        lede: "Yang Anda lihat di kantor menggantikan putusan dari meja. Butir yang belum diputus tidak bisa diisi di sini.".to_owned(),
        result: words::result(result).map(str::to_owned),
        note: reads.then(only_reads),
        rows,
    })
}

use crate::access::Refusal;
use crate::features::compliance::review::Desk;
use crate::features::compliance::versions::compare::compare;
use crate::features::compliance::versions::drawn;
use crate::features::compliance::versions::views::EditorView;
use crate::features::compliance::versions::words::{self, mark_of, page_of};
use crate::features::compliance::{Instrument, store};
use crate::ui::way;

/// `/bpm/kampanye/butir/{kode}/banding`: only what differs.
///
/// # Errors
/// `NotFound` for a version that there is not, or that was made from none; `Busy` or `Internal` of the database.
pub async fn comparison(desk: &Desk, code: &str) -> Result<EditorView, Refusal> {
    let edition = store::edition_known(desk.db(), code).await?;
    let base = Instrument::known(&edition.base)?;
    let compared = compare(base, &edition);
    Ok(EditorView {
        frame: desk.frame(),
        back: way(page_of(code), ["Versi ", code].concat()),
        title: [code, " dibanding ", &base.code].concat(),
        mark: Some(mark_of(&edition)),
        lede: words::summary(&compared),
        result: None,
        ways: Vec::new(),
        above: drawn::compared(compared),
        forms: Vec::new(),
        below: String::new(),
    })
}

use super::{FigureRow, FiguresView};
use crate::access::{Refusal, Role};
use crate::features::accounts::frame;
use crate::features::catalogue::effect;
use crate::features::catalogue::store::{self, OfficeFigures};
use crate::features::offices::gazetteer;
use crate::server::clock::day_at;
use crate::server::session;
use crate::ui::FrameCounts;

/// Days that count as lately.
const LATELY: i32 = 30;

/// # Errors
/// `Forbidden` for who does not act for the regency; `Busy` or `Internal` of the database.
pub async fn figures() -> Result<FiguresView, Refusal> {
    let ((db, actor), standing) = (session::asking()?, session::standing()?);
    if actor.role() != Role::RegencyAdmin {
        return Err(Refusal::Forbidden);
    }
    let today = day_at(db.clock().now(), db.zone());
    let figures = store::figures(&db, today, LATELY).await?;
    let mut rows: Vec<FigureRow> = figures.iter().map(row).collect();
    rows.sort_by(|one, other| (other.products, other.shops, &one.village).cmp(&(one.products, one.shops, &other.village)));
    let sum = |count: fn(&FigureRow) -> u32| rows.iter().map(count).sum();
    let all = FigureRow {
        shops: sum(|row| row.shops),
        products: sum(|row| row.products),
        new: sum(|row| row.new),
        orders: sum(|row| row.orders),
        ending: sum(|row| row.ending),
        ..FigureRow::default()
    };
    let villages = gazetteer().all().len().to_string();
    Ok(FiguresView {
        frame: frame(&standing, FrameCounts::default()),
        lede: [&villages, " desa dan kelurahan, ", &rows.len().to_string(), " punya toko. Angka 30 hari sampai hari ini."].concat(),
        all,
        rows,
        effect: effect::regency(&db, &actor).await?,
    })
}

fn row(figures: &OfficeFigures) -> FigureRow {
    let office = gazetteer().by_code(figures.office);
    FigureRow {
        village: office.map(|office| office.full_name()).unwrap_or_default(),
        to: office.map(|office| ["/d/", office.slug, "/produk"].concat()).unwrap_or_default(),
        shops: figures.shops,
        products: figures.products,
        new: figures.new,
        orders: figures.orders,
        ending: figures.ending,
    }
}

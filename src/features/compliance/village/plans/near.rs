//! Where an office can go and look: offices near it that have what it lacks.

use super::views::ExampleRow;
use crate::access::Refusal;
use crate::domain::{OfficeCode, Pin};
use crate::features::compliance::store::{self, Standing};
use crate::features::compliance::village::desk::{Desk, Round};
use crate::features::compliance::{Instrument, Item, Score, sign};
use crate::features::offices::{Office, gazetteer};
use crate::ui::way;

/// Beside one item.
const SHOWN: usize = 2;
/// Metres, from the middle of a village to that of another: what is further off in another kecamatan is no
/// neighbour.
const NEAR_BY: u32 = 12_000;

/// `values`: what the office has of each item, in the order of its campaign. Of what it has less than the best,
/// the nearest offices with the best in the newest public result, those of its own kecamatan first.
///
/// # Errors
/// `Busy` or `Internal` of the database.
pub async fn examples(desk: &Desk, round: &Round, values: &[Option<Score>]) -> Result<Vec<ExampleRow>, Refusal> {
    let Some(public) = store::public_campaign(desk.db()).await? else { return Ok(Vec::new()) };
    let asked = Instrument::known(&public.instrument)?;
    let seats = store::public_seats(desk.db(), public.id).await?;
    let near = neighbours(desk.office(), &seats);
    let row = |item: &Item| {
        let at = asked.asked().position(|other| other.code == item.code)?;
        let has = |seat: &Standing| seat.verdicts.chars().nth(at) == Some(sign(Some(Score::Met)));
        let those = near.iter().filter(|(seat, _)| has(seat)).take(SHOWN);
        let offices: Vec<_> = those.map(|(_, office)| way(["/kepatuhan/", office.slug].concat(), office.full_title())).collect();
        (!offices.is_empty()).then(|| ExampleRow { item: item.name.id.clone(), offices })
    };
    let lacks = |value: &Option<Score>| value.is_some_and(|value| value < Score::Met);
    let lacking = round.items().zip(values).filter(|(_, value)| lacks(value));
    Ok(lacking.filter_map(|((_, item, _), _)| row(item)).collect())
}

/// The nearest first.
fn neighbours(here: OfficeCode, seats: &[Standing]) -> Vec<(&Standing, &'static Office)> {
    let Some(own) = gazetteer().by_code(here) else { return Vec::new() };
    let middle = |office: &Office| Pin { latitude: office.middle.0, longitude: office.middle.1 };
    let apart = |office: &Office| (office.code.kecamatan() != here.kecamatan(), middle(own).metres_to(middle(office)));
    let near = |seat: &'_ Standing| gazetteer().by_code(seat.office).filter(|office| office.code != here && is_near(apart(office)));
    let mut near: Vec<_> = seats.iter().filter_map(|seat| Some((seat, near(seat)?))).collect();
    near.sort_by_key(|(_, office)| apart(office));
    near
}

const fn is_near((elsewhere, metres): (bool, u32)) -> bool {
    !elsewhere || metres <= NEAR_BY
}

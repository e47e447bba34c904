//! What the page of a camat shows, on both databases.

mod isolation;
mod months;
mod speed;

use crate::access::{Role, Unit};
use crate::domain::{Day, LetterId};
use crate::features::copies::{CopiesView, KeepCopy, MaskedMove, MovedTo, read};
use crate::server::testing::{Person, World};
use crate::ui::{Frame, FrameCounts};

pub const LICIN: i64 = 351_024;
pub const GENTENG: i64 = 351_009;

pub fn camat(world: &World, name: &str, kecamatan: i64) -> Person {
    world.staff(name, Role::Camat, Unit::Kecamatan(kecamatan))
}

pub fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A move from Tamansari to Surabaya on a day, as it comes to a kecamatan.
pub async fn told(world: &World, kecamatan: i64, id: u128, on: Day) {
    let content = MaskedMove {
        holder: "S*** A*****".into(),
        people: 2,
        class: 4,
        origin: world.tamansari(),
        to: MovedTo::Elsewhere("Kota Surabaya, Provinsi Jawa Timur".into()),
        issued_on: on,
    };
    let keep = KeepCopy { id: LetterId::from_u128(id), content, revoked: false };
    world.db.perform_by_itself(Unit::Kecamatan(kecamatan), keep).await.expect("it is kept");
}

pub async fn page(person: &Person, month: &str, seen: &str) -> CopiesView {
    let frame = Frame {
        unit: "Kecamatan Licin".into(),
        place: String::new(),
        person: "Agus Setiawan".into(),
        role: "Camat".into(),
        counts: FrameCounts::default(),
    };
    read::month(person.db(), &person.actor, frame, month, seen).await.expect("a page")
}

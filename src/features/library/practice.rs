//! A shelf at the practice office.

use super::acts::{AddTitle, KeepReader};
use super::{Age, Class, Language, Title, Who};
use crate::access::{Actor, Refusal};
use crate::domain::PersonName;
use crate::features::accounts::{InventedWorld, office_of};
use crate::server::incident;

/// Readers, each with as many copies as one may have at a time: as many loans as the beginners of one office make.
const READERS: [&str; 6] = ["Ayu Contoh", "Budi Contoh", "Citra Contoh", "Dewi Contoh", "Eko Contoh", "Farah Contoh"];
const COPIES: u32 = 12;

/// A book, and some who read.
///
/// # Errors
/// As `perform`.
pub async fn practice_shelf(world: &InventedWorld, operator: &Actor) -> Result<(), Refusal> {
    let (office, shelf) = (office_of(operator)?, "Rak 1".to_owned());
    world.does(operator, AddTitle { office, title: title(), copies: COPIES, shelf }).await?;
    for name in READERS {
        let name = PersonName::parse(name).map_err(|_| incident::report("an invented reader has no name", &"practice"))?;
        world.does(operator, KeepReader { office, known: None, name, who: Who::Adult, active: true }).await?;
    }
    Ok(())
}

fn title() -> Title {
    Title {
        name: "Dongeng Contoh dari Blambangan".to_owned(),
        authors: "Tim Cerita Contoh".to_owned(),
        publisher: String::new(),
        year: Some(2018),
        isbn: None,
        language: Language::Indonesian,
        age: Age::Children,
        class: Class::ChildrensStories,
        summary: String::new(),
    }
}

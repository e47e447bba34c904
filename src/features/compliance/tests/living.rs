//! What the system counts of an office by itself.

use crate::domain::PersonName;
use crate::features::compliance::{FigureName, living};
use crate::features::library::acts::{AddTitle, KeepReader, LendCopy};
use crate::features::library::{Age, Class, Language, Title, Who, store};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

async fn loans(world: &World, by: &Person) -> Option<u32> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let figures = living(&scope, world.clock.now()).await.expect("figures");
    figures.into_iter().find(|figure| figure.name == FigureName::Loans).expect("one of all").value
}

on_both_databases! {
    async fn loans_of_the_last_quarter_are_counted_by_themselves_and_age_away(world: World) {
        let (rini, sri, office) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        assert_eq!(loans(&world, &rini).await, Some(0), "nobody has borrowed, and that is known");
        let title = Title {
            name: "Buku".into(),
            authors: String::new(),
            publisher: String::new(),
            year: None,
            isbn: None,
            language: Language::Indonesian,
            age: Age::Everybody,
            class: Class::General,
            summary: String::new(),
        };
        let title = rini.does(AddTitle { office, title, copies: 1, shelf: String::new() }).await.unwrap();
        let name = PersonName::parse("Siti").unwrap();
        let reader = rini.does(KeepReader { office, known: None, name, who: Who::Adult, active: true }).await.unwrap();
        let copy = {
            let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap();
            store::copies_of(&scope, title).await.unwrap()[0].id
        };
        rini.does(LendCopy { copy, reader }).await.unwrap();
        assert_eq!((loans(&world, &rini).await, loans(&world, &sri).await), (Some(1), Some(0)));
        world.clock.forward(89 * 86_400);
        assert_eq!(loans(&world, &rini).await, Some(1));
        world.clock.forward(2 * 86_400);
        assert_eq!(loans(&world, &rini).await, Some(0), "what nobody does any more counts no more");
    }
}

//! What the system counts of an office by itself.

use crate::domain::{OfficeKind, PersonName, Version};
use crate::features::accounts::testing::hat_of;
use crate::features::applications::testing::desk;
use crate::features::compliance::{FigureName, living, note_figures, store as review};
use crate::features::library::acts::{AddTitle, KeepReader, LendCopy};
use crate::features::library::{Age, Class, Language, Title, Who, store};
use crate::features::offices::{KeepProfile, OfficeProfile};
use crate::server::clock::day_at;
use crate::server::db::OfficeScope;
use crate::server::session::{AuthLevel, Client, Entry, begin};
use crate::server::testing::{Person, World, on_both_databases};

async fn loans(world: &World, by: &Person) -> Option<u32> {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let figures = living(&scope, world.clock.now()).await.expect("figures");
    figures.into_iter().find(|figure| figure.name == FigureName::Loans).expect("one of all").value
}

/// Letters online, officers, page, services.
const ACTIVITY: [FigureName; 4] =
    [FigureName::LettersOnline, FigureName::ActiveOfficer, FigureName::PagePublished, FigureName::ServicesPublished];

async fn activity(world: &World, by: &Person) -> [u32; 4] {
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let figures = living(&scope, world.clock.now()).await.expect("figures");
    ACTIVITY.map(|name| figures.iter().find(|figure| figure.name == name).and_then(|figure| figure.value).expect("it is counted"))
}

/// As the reviewer reads it, who reads none of the office's rows.
async fn noted(world: &World) -> [Option<u32>; 4] {
    let today = day_at(world.clock.now(), world.db.zone());
    let figures = review::figures(&world.db, world.tamansari(), today).await.expect("figures");
    ACTIVITY.map(|name| figures.iter().find(|figure| figure.name == name).and_then(|figure| figure.value))
}

on_both_databases! {
    async fn letters_officers_and_the_page_count_as_long_as_they_go_on_and_no_longer(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        assert_eq!(activity(&world, &rini).await, [0; 4]);
        let office = desk(&world).await;
        let (id, _) = office.issued(&world, 1).await;
        office.sent(&world, 2).await;
        let hat = hat_of(&world, "Rini Wulandari").await;
        let membership = hat.membership.map(|(membership, role, _)| (membership, role));
        let entry = Entry { account: hat.account, hat: membership, level: AuthLevel::TwoFactors, step_up_at: None, replaces: None };
        let phone = Client { prefix: "203.0.113.0/24".into(), device: "Chrome, Android".into() };
        begin(&world.db, entry, &phone).await.unwrap();
        let [letters, officers, page, services] = activity(&world, &rini).await;
        assert_eq!((letters, officers, page), (1, 1, 1), "one letter is issued, one case only sent: {id:?}");
        assert!(services > 0);
        assert_eq!(activity(&world, &sri).await, [0; 4], "of another office nothing");
        note_figures(&world.db).await;
        let then = noted(&world).await;
        assert_eq!(then, [letters, officers, page, services].map(Some));

        world.clock.forward(29 * 86_400);
        assert_eq!(activity(&world, &rini).await, [1, 1, 1, services]);
        world.clock.forward(2 * 86_400);
        assert_eq!(activity(&world, &rini).await, [0, 0, 1, services], "nobody has done anything for a month");
        assert_eq!(noted(&world).await, then, "until it is noted anew");
        note_figures(&world.db).await;
        assert_eq!(noted(&world).await, [Some(0), Some(0), Some(1), Some(services)], "and then the reviewer reads it");

        let kind = OfficeKind::Desa;
        office.head.does(KeepProfile { seen: Version::FIRST, profile: OfficeProfile::proposed(kind) }).await.unwrap();
        assert_eq!(activity(&world, &rini).await, [0; 4], "a page without its head is none");
    }

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

//! Where a reader fetches a book: at the library that has it, or at one to which it is sent.

use super::interloans::Story;
use crate::access::Refusal;
use crate::domain::Lang;
use crate::features::accounts::testing::hat_of;
use crate::features::library::counts_of_office;
use crate::features::library::public::{Reading, Wish, title as title_page};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_resident_chooses_where_to_fetch_it(world: World) {
        let story = Story::of(&world).await;
        let reading = || Reading::of(world.db.clone(), story.siti.actor.clone(), "Siti".into(), "https://contoh.id".into(), Lang::Id);
        let shown = async |fetch: &'static str| title_page(&reading(), &story.title.to_string(), Wish { at: "sobo", fetch }).await;
        assert!(!shown("").await.unwrap().drawn.contains("Tamansari (Kec. Licin)"), "nobody works there to take it in");
        assert_eq!(shown("tamansari-licin").await.err(), Some(Refusal::NotFound));
        hat_of(&world, "Rini Wulandari").await;
        let at_sobo = shown("").await.unwrap();
        assert!(at_sobo.drawn.contains("Terlalu jauh?") && at_sobo.drawn.contains("Tamansari (Kec. Licin)"), "{}", at_sobo.drawn);
        assert_eq!(at_sobo.order.map(|order| order.from), Some(String::new()));
        let sent = shown("tamansari-licin").await.unwrap().order.unwrap();
        assert_eq!((sent.office.as_str(), sent.from.as_str()), ("tamansari-licin", "sobo"));
        assert!(sent.sentences[0].contains("Kelurahan Sobo"), "{:?}", sent.sentences);
        assert_eq!(shown("atlantis").await.err(), Some(Refusal::NotFound));
        story.asked().await;
        let again = shown("tamansari-licin").await.unwrap();
        assert!(again.order.is_none() && again.note.is_some(), "she has asked");
        let told = counts_of_office(&world.db, &story.sri.actor).await.unwrap();
        assert_eq!(told.iter().map(|count| (count.to.as_str(), count.figure.as_str())).collect::<Vec<_>>(), [("/kantor/pustaka/antar", "1")]);
        assert_eq!(counts_of_office(&world.db, &story.rini.actor).await, Ok(Vec::new()), "nothing is asked of her library");
    }
}

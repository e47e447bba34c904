use super::helpers::{card, copies, enter, lend, loan_of, person, turtle};
use crate::access::{Refusal, Role, Unit};
use crate::features::library::acts::{
    AddCopies, CountVisitors, KeepReader, KeepRules, LetGo, LoseCopy, RenewLoan, ReserveTitle, RestoreCopy, ReturnCopy, Whose,
};
use crate::features::library::store::{self, Which};
use crate::features::library::{Gone, Rules, Who};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn another_library_neither_sees_nor_moves_a_copy_or_a_reader(world: World) {
        let (rini, sri) = (world.officer("Rini"), world.stranger("Sri"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = card(&rini, here, "Siti Aminah").await;
        lend(&rini, copy, siti).await.unwrap();
        let loan = loan_of(&copies(&world, &rini, title).await[0]);
        let before = world.every_row().await;
        assert!(!before.contains("Siti Aminah"), "a name is sealed");

        let no = Some(Refusal::NotFound);
        assert_eq!(lend(&sri, copy, siti).await.err(), no);
        assert_eq!(sri.does(ReturnCopy { copy }).await.err(), no, "returned at another office");
        assert_eq!(sri.does(RenewLoan { office: there, loan }).await.err(), no);
        assert_eq!(sri.does(RenewLoan { office: here, loan }).await.err(), no);
        assert_eq!(sri.does(LoseCopy { copy, why: Gone::Lost, note: "Hilang.".into(), from_shelf: false }).await.err(), no);
        assert_eq!(sri.does(RestoreCopy { copy }).await.err(), no);
        assert_eq!(sri.does(LetGo { copy }).await.err(), no);
        assert_eq!(sri.does(AddCopies { office: here, title, copies: 1, shelf: String::new() }).await.err(), no);
        assert_eq!(sri.does(ReserveTitle { office: here, title, whose: Whose::Reader(siti) }).await.err(), no);
        let child = KeepReader { office: there, known: None, name: person("Ayu"), who: Who::ChildOf(siti), active: true };
        assert_eq!(sri.does(child).await.err(), no, "a guardian of another library");
        assert_eq!(sri.does(KeepRules { office: here, seen: None, rules: Rules::default() }).await.err(), no);
        assert_eq!(sri.does(CountVisitors { office: here, more: 1 }).await.err(), no);
        let scope = OfficeScope::open(&world.db, &sri.actor).await.unwrap();
        assert!(store::readers(&scope, Which::After(None)).await.unwrap().is_empty());
        assert!(store::readers(&scope, Which::These(&[siti])).await.unwrap().is_empty());
        assert!(store::copies_of(&scope, title).await.unwrap().is_empty());
        assert_eq!(store::loan(&scope, loan).await.err(), no);
        assert_eq!(store::reader_with_card(&scope, "242008-A1").await.err(), no);
        drop(scope);
        assert_eq!(world.every_row().await, before);
    }

    async fn what_somebody_reads_is_seen_by_their_library_and_themselves_alone(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let title = enter(&rini, here, turtle(), 1).await;
        let copy = copies(&world, &rini, title).await[0].id;
        let siti = world.resident("Siti");
        siti.does(ReserveTitle { office: here, title, whose: Whose::Own(person("Siti")) }).await.unwrap();
        let reader = {
            let scope = OwnScope::open(&world.db, &siti.actor).await.unwrap();
            store::own_reservations(&scope).await.unwrap()[0].1.reader
        };
        lend(&rini, copy, reader).await.unwrap();
        let loan = loan_of(&copies(&world, &rini, title).await[0]);
        for stranger in [world.resident("Budi"), world.staff("Wayan", Role::RegencyAdmin, Unit::Regency(3510)), world.nobody()] {
            assert!(stranger.does(RenewLoan { office: here, loan }).await.is_err());
            assert!(stranger.does(ReturnCopy { copy }).await.is_err());
        }
        let budi = world.resident("Budi");
        let scope = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        assert!(store::own_loans(&scope).await.unwrap().is_empty());
        drop(scope);
        let at_the_office = OwnScope::open_at(&world.db, &budi.actor, here).await.unwrap();
        assert_eq!(store::loan(&at_the_office, loan).await.err(), Some(Refusal::NotFound));
        assert_eq!(store::reader(&at_the_office, reader).await.err(), Some(Refusal::NotFound));
    }
}

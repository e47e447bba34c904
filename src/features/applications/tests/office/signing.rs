use super::helpers::{Desk, HOST, desk, other_desk};
use crate::access::{ActName, Code, Refusal, Role, Unit};
use crate::domain::{IdemKey, Version};
use crate::features::applications::acts::{Agree, Approve, Claim, Issue, SendBack};
use crate::features::applications::desk::Signed;
use crate::features::applications::desk::read::{self, Desk as Screen};
use crate::features::applications::desk::signing::{Wanted, sign, wanted};
use crate::features::applications::{Reason, ReasonCode};
use crate::features::letters;
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

const PRESS: IdemKey = IdemKey::from_u128(1 << 100);
const ANOTHER: IdemKey = IdemKey::from_u128(2 << 100);

async fn agreed(world: &World, desk: &Desk, number: u64) -> Wanted {
    let Issue { id, hash, .. } = desk.agreed(world, number).await;
    Wanted { id, hash }
}

async fn press(world: &World, who: &Person, key: IdemKey, letters: &[Wanted]) -> Result<Signed, Refusal> {
    sign(&world.db, &who.actor, key, HOST, letters).await
}

async fn book(world: &World, desk: &Desk) -> usize {
    let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
    letters::book(&scope, letters::Month::parse("2026-11").unwrap(), None).await.unwrap().len()
}

on_both_databases! {
    async fn of_ten_letters_signed_at_once_an_unread_and_a_changed_one_stop_no_other(world: World) {
        let desk = desk(&world).await;
        let mut letters = Vec::new();
        for number in 0..10 {
            letters.push(agreed(&world, &desk, number).await);
        }
        let unread = desk.approved(&world, 10).await;
        letters.push(Wanted { id: unread, hash: desk.hash(&world, unread).await });
        // One goes back to the officer in the meantime and comes again, in the same words.
        let changed = letters[4].id;
        let reason = Reason { code: ReasonCode::Other, words: "Periksa alamatnya.".into() };
        desk.head.does(SendBack { id: changed, seen: Version(3), reason }).await.unwrap();
        desk.rini.does(Claim { id: changed, seen: Version(4) }).await.unwrap();
        desk.rini.does(Approve { seen: Version(5), ..desk.approve(changed) }).await.unwrap();

        let signed = Signed { now: 9, before: 0, refused: 2 };
        assert_eq!(press(&world, &desk.head, PRESS, &letters).await, Ok(signed));
        assert_eq!(book(&world, &desk).await, 9);
        assert_eq!(press(&world, &desk.head, PRESS, &letters).await, Ok(signed), "the answer was lost, the form comes again");
        let later = Signed { now: 0, before: 9, refused: 2 };
        assert_eq!(press(&world, &desk.head, ANOTHER, &letters).await, Ok(later), "the page was loaded again, and pressed");
        assert_eq!(book(&world, &desk).await, 9, "no letter has two numbers");
        assert_eq!(world.record().await.iter().filter(|(act, _)| *act == ActName::Issue).count(), 9);

        let hash = desk.hash(&world, changed).await;
        desk.head.does(Agree { id: changed, hash }).await.unwrap();
        let again = [Wanted { id: changed, hash }];
        assert_eq!(press(&world, &desk.head, ANOTHER, &again).await, Ok(Signed { now: 1, before: 0, refused: 0 }));
    }

    async fn nobody_but_the_head_of_the_office_signs_what_a_form_names(world: World) {
        let desk = desk(&world).await;
        let letters = [agreed(&world, &desk, 1).await];
        let none = Ok(Signed { now: 0, before: 0, refused: 1 });
        assert_eq!(press(&world, &desk.rini, PRESS, &letters).await, none);
        let (_, their_head) = other_desk(&world).await;
        assert_eq!(press(&world, &their_head, PRESS, &letters).await, none);
        let tired = world.staff("Pak Kades", Role::Head, Unit::Office(world.tamansari()));
        assert_eq!(press(&world, &tired, PRESS, &letters).await, Err(Refusal::StepUp));
        assert_eq!(press(&world, &world.nobody(), PRESS, &letters).await, Err(Refusal::SignIn));
        assert_eq!(book(&world, &desk).await, 0);
    }

    /// A head who helped out at the counter signs none of those letters; all the others must be within reach.
    async fn fifty_letters_that_a_head_may_not_sign_hide_no_other(world: World) {
        let desk = desk(&world).await;
        for number in 0..50 {
            let id = desk.claimed(&world, number).await;
            desk.head.does(desk.approve(id)).await.unwrap();
        }
        world.clock.forward(60);
        let last = desk.approved(&world, 50).await;
        let screen = Screen::open(&world.db, &desk.head.actor, "Pak Kades".into()).unwrap();
        let shown = async |after: &str| read::sign(&screen, after, "").await.unwrap();
        let mut after = String::new();
        for at in 1..=50 {
            let page = shown(&after).await;
            let letter = page.now.unwrap();
            assert_eq!((letter.at, page.all, letter.may_agree), (at, 51, false));
            after = letter.id.to_string();
        }
        let letter = shown(&after).await.now.unwrap();
        assert_eq!((letter.id, letter.at, letter.may_agree), (last, 51, true));
        let hash = desk.hash(&world, last).await;
        desk.head.does(Agree { id: last, hash }).await.unwrap();
        let end = shown(&last.to_string()).await;
        assert_eq!((end.now, end.to_sign.len(), end.agreed), (None, 1, 1));
        assert_eq!(shown("").await.now.map(|letter| letter.at), Some(1), "those are still there for whoever looks from the beginning");
        let named = [Wanted { id: last, hash }];
        assert_eq!(press(&world, &desk.head, PRESS, &named).await, Ok(Signed { now: 1, before: 0, refused: 0 }));
        assert_eq!(shown("").await.to_sign, [], "what is signed is no longer agreed to");
    }
}

#[test]
fn a_form_that_names_no_letter_or_no_words_is_refused() {
    let read = |body: &str| wanted(&crate::forms::Answers::from_form(body).unwrap());
    assert_eq!(read("kode=123456"), Err(Refusal::Conflict(Code::NotRead)));
    let id = "018f2f6e-7f5a-7c3e-9d1a-2b3c4d5e6f70";
    for wrong in ["surat.x=00".to_owned(), format!("surat.{id}=00"), format!("surat.{id}=zz")] {
        assert!(matches!(read(&wrong), Err(Refusal::Invalid(_))), "{wrong}");
    }
    let hash = "ab".repeat(32);
    assert_eq!(read(&format!("surat.{id}={hash}")).map(|letters| letters[0].hash), Ok([0xab; 32]));
}

use super::helpers::{Desk, Plant, desk, other_desk, siti_answers};
use crate::access::{Code, Refusal};
use crate::domain::{ApplicationId, Lang, LetterId, Reference, Version};
use crate::features::applications::acts::{Agree, Approve, Claim, HandOver, Issue, Revoke};
use crate::features::applications::{IdentitySeen, Reason, ReasonCode, State, store};
use crate::features::letters::{self, CheckView, CheckedLetter, Stage, Standing};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::OfficeScope;
use crate::server::testing::{Person, World, on_both_databases};

fn revoke(id: ApplicationId, public: letters::Reason, successor: Option<&str>) -> Revoke {
    let reason = Reason { code: ReasonCode::Other, words: "Alamat usaha salah tulis.".into() };
    Revoke { id, seen: Version(4), public, reason, successor: successor.map(str::to_owned) }
}

fn corrected(id: ApplicationId, by: &str) -> Revoke {
    revoke(id, letters::Reason::Corrected, Some(by))
}

/// What everybody who has the paper is told.
async fn checked(world: &World, desk: &Desk, letter: LetterId) -> CheckedLetter {
    let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
    let Stage::Issued { token, .. } = letters::frozen_letter(&scope, letter).await.unwrap().data.stage else { panic!("not issued") };
    drop(scope);
    let CheckView::Known(letter) = letters::checked(&world.db, &token.to_string(), Lang::Id).await.unwrap() else { panic!("unknown") };
    *letter
}

on_both_databases! {
    async fn a_revoked_letter_says_so_to_everybody_and_keeps_its_number(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        let revoke = revoke(id, letters::Reason::WrongContent, None);
        assert_eq!(desk.rini.does(revoke.clone()).await, Err(Refusal::Forbidden));
        assert_eq!(world.stranger("Lain").does(revoke.clone()).await, Err(Refusal::NotFound));
        assert_eq!(desk.head.does(revoke.clone()).await, Ok(()));
        assert_eq!(desk.head.does(Revoke { seen: Version(5), ..revoke }).await, Err(Refusal::Conflict(Code::LetterRevoked)));
        assert_eq!(desk.rini.does(HandOver { id, seen: Version(5) }).await, Err(Refusal::Conflict(Code::LetterRevoked)));
        assert_eq!(desk.case(&world, id).await.state, State::Revoked);

        let letter = checked(&world, &desk, issued.letter).await;
        assert_eq!((letter.standing, letter.reason, letter.next), (Standing::Revoked, Some(letters::Reason::WrongContent), None));
        assert_eq!((letter.number, letter.ended_on.map(|day| day.iso())), (issued.number, Some("2026-11-24".to_owned())));
        let (_, next) = desk.issued(&world, 2).await;
        assert_eq!(next.number, "500.2.2.4/002/35.10.24.2008/2026");
    }

    async fn nothing_but_a_valid_letter_of_the_same_person_stands_in_the_place_of_another(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        let refused = Err(Refusal::Invalid(Problems::one("pengganti", ProblemCode::NotASuccessor)));
        let (gone, revoked) = desk.issued(&world, 2).await;
        desk.head.does(revoke(gone, letters::Reason::WrongContent, None)).await.unwrap();
        let waiting = desk.case(&world, desk.approved(&world, 3).await).await.reference.unwrap();
        let theirs = issued_elsewhere(&world, &desk).await;
        let of_budi = issued_to_budi(&world, &desk).await;
        let names = [
            "500.2.2.4/999/35.10.24.2008/2026".to_owned(),
            issued.number.clone(),
            desk.case(&world, id).await.reference.unwrap().to_string(),
            revoked.number,
            waiting.to_string(),
            theirs,
            of_budi,
            "bukan nomor".to_owned(),
        ];
        for name in names {
            assert_eq!(desk.head.does(corrected(id, &name)).await, refused, "{name}");
        }
        assert_eq!(checked(&world, &desk, issued.letter).await.standing, Standing::Valid, "nothing was revoked");
        assert_eq!(desk.rini.does(corrected(id, "bukan nomor")).await, Err(Refusal::Forbidden), "the right comes first");
        // A month later the newer letter has run out too.
        let (_, later) = desk.issued(&world, 6).await;
        world.clock.forward(31 * 86_400);
        assert_eq!(desk.head.does(corrected(id, &later.number)).await, refused);
    }

    async fn whoever_checks_a_replaced_letter_is_led_to_the_one_that_holds(world: World) {
        let desk = desk(&world).await;
        let ((first, old), (second, middle)) = (desk.issued(&world, 1).await, desk.issued(&world, 2).await);
        assert_eq!(desk.head.does(corrected(second, &old.number)).await, Ok(()));
        let reference = desk.case(&world, desk.issued(&world, 3).await.0).await.reference.unwrap();
        let spaced = [" ", &Reference::bare(reference), " "].concat();
        assert_eq!(desk.head.does(corrected(first, &spaced)).await, Ok(()));

        let letter = checked(&world, &desk, middle.letter).await;
        assert_eq!((letter.standing, letter.reason), (Standing::Replaced, Some(letters::Reason::Corrected)));
        let next = letter.next.unwrap();
        assert_eq!((next.number, next.on.iso()), (old.number, "2026-11-24".to_owned()));
        let CheckView::Known(led_to) = letters::checked(&world.db, &next.code.unwrap(), Lang::Id).await.unwrap() else { panic!("unknown") };
        assert_eq!((led_to.standing, led_to.next.clone().map(|next| next.number)), (Standing::Replaced, Some("500.2.2.4/003/35.10.24.2008/2026".to_owned())));
        let CheckView::Known(last) = letters::checked(&world.db, &led_to.next.unwrap().code.unwrap(), Lang::Id).await.unwrap() else { panic!("unknown") };
        assert_eq!(last.standing, Standing::Valid);
        let (rows, code) = (world.every_row().await.to_uppercase(), token_of(&world, &desk, old.letter).await);
        assert!(rows.contains(&middle.number) && !rows.contains(&code), "a stolen table opens no page");
        assert!(!rows.contains(&letters::hex(code.as_bytes()).to_uppercase()), "in no other writing either");
        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let book = letters::book(&scope, letters::Month::parse("2026-11").unwrap(), None).await.unwrap();
        let outcomes: Vec<_> = book.into_iter().map(|line| line.outcome).collect();
        assert!(matches!(outcomes[1], letters::Outcome::Ended { standing: Standing::Replaced, .. }), "{outcomes:?}");
    }
}

async fn token_of(world: &World, desk: &Desk, letter: LetterId) -> String {
    let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
    let Stage::Issued { token, .. } = letters::frozen_letter(&scope, letter).await.unwrap().data.stage else { panic!("not issued") };
    token.to_string()
}

/// The number of a letter of Siti's at the other office.
async fn issued_elsewhere(world: &World, desk: &Desk) -> String {
    let (lain, head) = other_desk(world).await;
    let (office, owner) = (world.kampungbaru(), desk.siti.id());
    let id = lain.does(Plant { office, owner, sent_by: owner, reference: 4, answers: siti_answers() }).await.unwrap();
    sign(world, &lain, &head, id).await
}

/// The number of a letter of somebody else at this office.
async fn issued_to_budi(world: &World, desk: &Desk) -> String {
    let (office, owner) = (world.tamansari(), world.resident("Budi").id());
    let id = desk.rini.does(Plant { office, owner, sent_by: owner, reference: 5, answers: siti_answers() }).await.unwrap();
    sign(world, &desk.rini, &desk.head, id).await
}

async fn sign(world: &World, officer: &Person, head: &Person, id: ApplicationId) -> String {
    officer.does(Claim { id, seen: Version::FIRST }).await.unwrap();
    officer.does(Approve { id, seen: Version(2), identity: IdentitySeen::PhotoAgainstKk }).await.unwrap();
    let scope = OfficeScope::open(&world.db, &officer.actor).await.unwrap();
    let hash = store::case(&scope, id).await.unwrap().snapshot.unwrap().hash;
    drop(scope);
    head.does(Agree { id, hash }).await.unwrap();
    head.does(Issue { id, seen: Version(3), hash, host: super::HOST.into() }).await.unwrap().number
}

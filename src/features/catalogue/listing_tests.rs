use proptest::prelude::*;

use super::*;
use crate::features::catalogue::testing::sale_pisang;

const YUNI: AccountId = AccountId::from_u128(1);

fn at(second: i64) -> Instant {
    Instant::from_micros(0).plus_seconds(second)
}

fn listing(public: bool) -> Listing<Product> {
    Listing {
        id: ListingId::from_u128(7),
        version: None,
        slug: "sale".into(),
        owner: Some(YUNI),
        created_at: at(0),
        standing: Standing::New(Pending { content: sale_pisang(), by: YUNI, stage: Stage::Draft }),
        part: InShop { shop: ListingId::from_u128(6), public },
    }
}

fn named(name: &str) -> Product {
    Product { name: name.into(), ..sale_pisang() }
}

#[test]
fn what_nobody_proposed_cannot_be_approved_or_given_back() {
    let mut draft = listing(true);
    assert_eq!(draft.approve(at(1)), Err(Refusal::Conflict(Code::NothingProposed)));
    assert_eq!(draft.give_back("Foto buram.".into()), Err(Refusal::Conflict(Code::NothingProposed)));
    assert_eq!((draft.standing.public(), draft.standing.state()), (None, State::Draft));
}

#[test]
fn the_first_version_waits_until_the_shop_is_public() {
    let mut product = listing(false);
    product.edit(sale_pisang(), Wish::Propose, YUNI).unwrap();
    assert_eq!(product.approve(at(1)), Err(Refusal::Conflict(Code::ShopNotPublic)));
    assert_eq!(product.standing.state(), State::Proposed);
}

#[test]
fn the_public_version_stays_while_a_new_one_waits_and_when_it_is_given_back() {
    let mut product = listing(true);
    product.edit(named("Lama"), Wish::Propose, YUNI).unwrap();
    product.approve(at(1)).unwrap();
    product.edit(named("Baru"), Wish::Propose, YUNI).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (Some(&named("Lama")), State::Proposed));
    product.give_back("Harga salah.".into()).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (Some(&named("Lama")), State::Returned));
    product.edit(named("Baru"), Wish::Propose, YUNI).unwrap();
    product.approve(at(9)).unwrap();
    assert_eq!(product.standing, Standing::Approved { content: named("Baru"), since: at(1), next: None, hidden: None });
}

#[test]
fn what_is_hidden_stays_hidden_when_a_new_version_is_approved() {
    let mut product = listing(true);
    product.edit(named("Lama"), Wish::Propose, YUNI).unwrap();
    assert_eq!(product.hide("Penipuan.".into()), Err(Refusal::Conflict(Code::NotPublic)));
    product.approve(at(1)).unwrap();
    product.hide("Penipuan.".into()).unwrap();
    product.edit(named("Baru"), Wish::Propose, YUNI).unwrap();
    product.approve(at(2)).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (None, State::Hidden));
    product.show().unwrap();
    assert_eq!(product.standing.public(), Some(&named("Baru")));
    assert_eq!(product.show(), Err(Refusal::Conflict(Code::NotHidden)));
}

#[test]
fn proposing_what_is_public_already_is_refused_and_what_is_closed_stays_closed() {
    let mut product = listing(true);
    product.edit(sale_pisang(), Wish::Propose, YUNI).unwrap();
    product.approve(at(1)).unwrap();
    assert_eq!(product.edit(sale_pisang(), Wish::Propose, YUNI), Err(Refusal::Conflict(Code::NothingChanged)));
    product.archive().unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (None, State::Archived));
    assert_eq!(product.edit(named("Baru"), Wish::Keep, YUNI), Err(Refusal::Conflict(Code::ListingArchived)));
    assert_eq!(product.archive(), Err(Refusal::Conflict(Code::ListingArchived)));
}

proptest! {
    #[test]
    fn only_an_approval_changes_what_visitors_see_and_only_hiding_takes_it_away(steps in proptest::collection::vec(0_u8..7, 0..40)) {
        let mut product = listing(true);
        for (number, step) in steps.into_iter().enumerate() {
            let before = product.clone();
            let new = named(&["Versi ", &number.to_string()].concat());
            let done = match step {
                0 => product.edit(new, Wish::Keep, YUNI),
                1 => product.edit(new, Wish::Propose, YUNI),
                2 => product.approve(at(number as i64)),
                3 => product.give_back("Perbaiki.".into()),
                4 => product.hide("Salah.".into()),
                5 => product.show(),
                _ if number > 30 => product.archive(),
                _ => Ok(()),
            };
            if done.is_err() {
                prop_assert_eq!(&product, &before);
            }
            let (old, new) = (before.standing.public(), product.standing.public());
            prop_assert!(old == new || matches!(step, 2 | 4 | 5 | 6), "step {}", step);
            if step == 2 && done.is_ok() && new.is_some() {
                prop_assert_eq!(new, before.standing.pending().map(|pending| &pending.content));
            }
        }
    }
}

use proptest::prelude::*;

use super::*;
use crate::features::catalogue::testing::sale_pisang;
use crate::features::catalogue::{InShop, Sketch};

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
        standing: Standing::New(Pending { by: YUNI, stage: Stage::Draft(Sketch::of(&sale_pisang())), asked: None }),
        part: InShop { shop: ListingId::from_u128(6), public },
    }
}

fn named(name: &str) -> Product {
    Product { name: name.into(), ..sale_pisang() }
}

fn kept(product: &Product) -> Wish<Product> {
    Wish::Keep(Sketch::of(product))
}

fn half() -> Wish<Product> {
    let form = crate::features::catalogue::ProductForm { nama: "Sale".into(), ..Default::default() };
    Wish::Keep(Sketch { form, photos: Vec::new() })
}

#[test]
fn an_unfinished_draft_is_kept_beside_what_is_public_and_closed_as_it_was_left() {
    let mut product = listing(true);
    product.edit(half(), YUNI).unwrap();
    assert_eq!((product.standing.name(), product.standing.state()), ("Sale", State::Draft));
    assert_eq!(product.approve(at(1)), Err(Refusal::Conflict(Code::NothingProposed)));
    product.edit(Wish::Propose(named("Lama")), YUNI).unwrap();
    product.approve(at(2)).unwrap();
    product.edit(half(), YUNI).unwrap();
    assert_eq!(
        (product.standing.public(), product.standing.name(), product.standing.state()),
        (Some(&named("Lama")), "Sale", State::Public)
    );
    product.edit(kept(&named("Lama")), YUNI).unwrap();
    assert_eq!(product.standing.pending(), None, "written again as it is public, it waits no more");
    let mut closed = listing(true);
    closed.edit(half(), YUNI).unwrap();
    closed.archive().unwrap();
    assert_eq!((closed.standing.name(), closed.standing.state()), ("Sale", State::Archived));
}

/// What was stored before drafts could be unfinished.
#[test]
fn versions_are_stored_as_they_always_were() {
    let by = serde_json::to_value(YUNI).unwrap();
    let content = serde_json::to_value(sale_pisang()).unwrap();
    let old = |stage: serde_json::Value| {
        let pending = serde_json::json!({ "content": content.clone(), "by": by.clone(), "stage": stage });
        serde_json::from_value::<Standing<Product>>(serde_json::json!({ "New": pending })).unwrap()
    };
    let stood = |stage| Standing::New(Pending { by: YUNI, stage, asked: None });
    assert_eq!(old("Draft".into()), stood(Stage::Draft(Sketch::of(&sale_pisang()))));
    assert_eq!(old("Proposed".into()), stood(Stage::Proposed(sale_pisang())));
    let returned = old(serde_json::json!({ "Returned": "Foto buram." }));
    assert_eq!(returned, stood(Stage::Returned(sale_pisang(), "Foto buram.".into())));
    let again = serde_json::to_value(&returned).unwrap();
    assert_eq!(again["New"]["stage"]["Returned"], "Foto buram.");
    let archived = serde_json::json!({ "Archived": { "content": content } });
    let archived: Standing<Product> = serde_json::from_value(archived).unwrap();
    assert_eq!(archived, Standing::Archived { content: Sketch::of(&sale_pisang()) });
}

#[test]
fn what_nobody_proposed_cannot_be_approved_or_given_back() {
    let mut draft = listing(true);
    assert_eq!(draft.approve(at(1)), Err(Refusal::Conflict(Code::NothingProposed)));
    assert_eq!(draft.give_back("Foto buram.".into()), Err(Refusal::Conflict(Code::NothingProposed)));
    assert_eq!((draft.standing.public(), draft.standing.state()), (None, State::Draft));
}

#[test]
fn what_the_office_asked_for_is_read_until_it_is_approved() {
    let mut product = listing(true);
    let asked = |product: &Listing<Product>| product.standing.asked().map(str::to_owned);
    product.edit(Wish::Propose(named("Sale")), YUNI).unwrap();
    assert_eq!(asked(&product), None);
    product.give_back("Ganti foto kedua.".into()).unwrap();
    product.edit(Wish::Keep(Sketch::of(&named("Sale pisang"))), YUNI).unwrap();
    assert_eq!((asked(&product).as_deref(), product.standing.state()), (Some("Ganti foto kedua."), State::Draft));
    product.edit(Wish::Propose(named("Sale pisang")), YUNI).unwrap();
    assert_eq!((asked(&product).as_deref(), product.standing.state()), (Some("Ganti foto kedua."), State::Proposed));
    let stored = serde_json::to_value(&product.standing).unwrap();
    assert_eq!(serde_json::from_value::<Standing<Product>>(stored).unwrap(), product.standing);
    product.give_back("Tulis isi bersihnya.".into()).unwrap();
    assert_eq!(asked(&product).as_deref(), Some("Tulis isi bersihnya."), "the newest alone");
    product.edit(Wish::Propose(named("Sale pisang")), YUNI).unwrap();
    product.approve(at(1)).unwrap();
    assert_eq!(asked(&product), None);
}

#[test]
fn the_first_version_waits_until_the_shop_is_public() {
    let mut product = listing(false);
    product.edit(Wish::Propose(sale_pisang()), YUNI).unwrap();
    assert_eq!(product.approve(at(1)), Err(Refusal::Conflict(Code::ShopNotPublic)));
    assert_eq!(product.standing.state(), State::Proposed);
}

#[test]
fn the_public_version_stays_while_a_new_one_waits_and_when_it_is_given_back() {
    let mut product = listing(true);
    product.edit(Wish::Propose(named("Lama")), YUNI).unwrap();
    product.approve(at(1)).unwrap();
    product.edit(Wish::Propose(named("Baru")), YUNI).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (Some(&named("Lama")), State::Proposed));
    product.give_back("Harga salah.".into()).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (Some(&named("Lama")), State::Returned));
    product.edit(Wish::Propose(named("Baru")), YUNI).unwrap();
    product.approve(at(9)).unwrap();
    assert_eq!(product.standing, Standing::Approved { content: named("Baru"), since: at(1), next: None, hidden: None });
}

#[test]
fn what_is_hidden_stays_hidden_when_a_new_version_is_approved() {
    let mut product = listing(true);
    product.edit(Wish::Propose(named("Lama")), YUNI).unwrap();
    assert_eq!(product.hide("Penipuan.".into()), Err(Refusal::Conflict(Code::NotPublic)));
    product.approve(at(1)).unwrap();
    product.hide("Penipuan.".into()).unwrap();
    product.edit(Wish::Propose(named("Baru")), YUNI).unwrap();
    product.approve(at(2)).unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (None, State::Hidden));
    product.show().unwrap();
    assert_eq!(product.standing.public(), Some(&named("Baru")));
    assert_eq!(product.show(), Err(Refusal::Conflict(Code::NotHidden)));
}

#[test]
fn proposing_what_is_public_already_is_refused_and_what_is_closed_stays_closed() {
    let mut product = listing(true);
    product.edit(Wish::Propose(sale_pisang()), YUNI).unwrap();
    product.approve(at(1)).unwrap();
    assert_eq!(product.edit(Wish::Propose(sale_pisang()), YUNI), Err(Refusal::Conflict(Code::NothingChanged)));
    product.archive().unwrap();
    assert_eq!((product.standing.public(), product.standing.state()), (None, State::Archived));
    assert_eq!(product.edit(kept(&named("Baru")), YUNI), Err(Refusal::Conflict(Code::ListingArchived)));
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
                0 => product.edit(kept(&new), YUNI),
                1 => product.edit(Wish::Propose(new), YUNI),
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
                prop_assert_eq!(new, before.standing.proposed());
            }
        }
    }
}

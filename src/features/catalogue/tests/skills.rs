use super::helpers::{open_shop, public_product};
use super::links::{PHONE, link, link_to, resident, take};
use crate::access::{ActName, Actor, Code, Refusal};
use crate::domain::{ListingId, OfficeCode, ParticipantId, PersonName};
use crate::features::catalogue::acts::{Archive, HideSkill, ShowSkill};
use crate::features::catalogue::store::{self, ShownSkill};
use crate::features::catalogue::{Shop, skills};
use crate::features::letters::Reason;
use crate::features::training::acts::{EnrolFor, RevokeCertificate, SignCertificate};
use crate::features::training::testing::{announced, certified, enrols, head, today, trainer, was_held};
use crate::features::training::{Topic, own_skills};
use crate::server::clock::day_at;
use crate::server::db::{OfficeScope, OwnScope, PublicScope};
use crate::server::testing::{World, on_both_databases};

async fn does<A: crate::server::act::Act>(world: &World, who: &Actor, act: A) -> Result<A::Done, Refusal> {
    world.db.perform(who.clone(), world.db.fresh_key(), act).await
}

/// A public shop of Tamansari, in the hands of its seller.
async fn sold(world: &World) -> (ListingId, Actor) {
    let (shop, _) = public_product(world).await;
    let seller = resident(world, PHONE).await;
    take(world, &seller, world.tamansari(), &link(world, shop).await).await.expect("the shop");
    (shop, seller)
}

fn show(office: OfficeCode, shop: ListingId, participant: ParticipantId) -> ShowSkill {
    ShowSkill { office, shop, participant }
}

fn hide(office: OfficeCode, shop: ListingId, participant: ParticipantId) -> HideSkill {
    HideSkill { office, shop, participant }
}

/// What a visitor of the shop sees.
async fn shown(world: &World, shop: ListingId) -> Vec<ShownSkill> {
    let scope = PublicScope::open(&world.db).await.expect("everybody");
    let on = day_at(world.clock.now(), world.db.zone());
    store::shown_skills(&scope, world.db.keys(), shop, on).await.expect("an answer")
}

async fn titles(world: &World, shop: ListingId) -> Vec<String> {
    shown(world, shop).await.into_iter().map(|skill| skill.title).collect()
}

async fn revoke(world: &World, office: OfficeCode, participant: ParticipantId) {
    let by = head(world, office);
    let scope = OfficeScope::open(&world.db, &by.actor).await.expect("an office");
    let certificate = crate::features::training::store::enrolment(&scope, participant).await.expect("somebody").certificate;
    drop(scope);
    let certificate = certificate.expect("a certificate");
    by.does(RevokeCertificate { participant, certificate, reason: Reason::WrongContent }).await.expect("it is revoked");
}

on_both_databases! {
    async fn no_certificate_of_anybody_else_is_ever_shown(world: World) {
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let (shop, yuni) = sold(&world).await;
        let budi = resident(&world, "081200000098").await;
        let his = certified(&world, here, "Foto Produk", &budi, "Budi").await;
        let before = world.every_row().await;
        assert_eq!(does(&world, &yuni, show(here, shop, his)).await, Err(Refusal::NotFound), "another's certificate");
        assert_eq!(does(&world, &budi, show(here, shop, his)).await, Err(Refusal::NotFound), "another's shop");
        assert_eq!(does(&world, &budi, show(there, shop, his)).await, Err(Refusal::NotFound), "at an office where it is not");
        for officer in [world.officer("Rini"), world.stranger("Lain"), world.head("Hadi")] {
            let refused = officer.does(show(here, shop, his)).await;
            assert_eq!(refused, Err(Refusal::NotFound), "an office shows nothing for anybody");
            assert!(officer.does(hide(here, shop, his)).await.is_err());
        }
        assert_eq!(does(&world, &Actor::anonymous(), show(here, shop, his)).await, Err(Refusal::NotFound));
        assert_eq!(world.every_row().await, before);
        assert_eq!(titles(&world, shop).await, [""; 0]);
    }

    async fn what_has_no_certificate_that_stands_is_not_shown(world: World) {
        let here = world.tamansari();
        let (shop, yuni) = sold(&world).await;
        let training = announced(&world, here, today(&world, "Boga", Topic::Cooking)).await;
        let place = enrols(&world, here, training, &yuni, "Yuni").await;
        assert_eq!(does(&world, &yuni, show(here, shop, place)).await, Err(Refusal::NotFound), "enrolled only");
        // Whom an officer wrote down is nobody's account, whatever the phone.
        let phone = Some(crate::domain::Phone::parse(PHONE).expect("a phone"));
        let name = PersonName::parse("Yuni Astuti").expect("a name");
        let written = announced(&world, here, today(&world, "Menjahit", Topic::Sewing)).await;
        trainer(&world, here).does(EnrolFor { training: written, name, phone }).await.expect("a place");
        let scope = OfficeScope::open(&world.db, &trainer(&world, here).actor).await.expect("an office");
        let guest = crate::features::training::store::enrolments_of(&scope, written).await.expect("a list").remove(0).id;
        drop(scope);
        was_held(&world, here, written, &[guest]).await;
        let certificate = certified(&world, here, "Foto Produk", &yuni, "Yuni").await;
        head(&world, here).does(SignCertificate { participant: guest, host: "kampung.example".into() }).await.expect("signed");
        assert_eq!(does(&world, &yuni, show(here, shop, guest)).await, Err(Refusal::NotFound), "written down without an account");
        revoke(&world, here, certificate).await;
        assert_eq!(does(&world, &yuni, show(here, shop, certificate)).await, Err(Refusal::NotFound), "revoked");
        assert_eq!(titles(&world, shop).await, [""; 0]);
        let own = OwnScope::open(&world.db, &yuni).await.unwrap();
        assert_eq!(own_skills(&own).await, Ok(Vec::new()));
    }

    async fn a_seller_shows_one_by_one_and_takes_back_at_once(world: World) {
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let (shop, yuni) = sold(&world).await;
        let photos = certified(&world, here, "Foto Produk", &yuni, "Yuni").await;
        let batik = certified(&world, there, "Batik", &yuni, "Yuni").await;
        assert_eq!(titles(&world, shop).await, [""; 0], "nothing is shown unasked");
        does(&world, &yuni, show(here, shop, batik)).await.expect("of another office, too");
        assert_eq!(titles(&world, shop).await, ["Batik"]);
        does(&world, &yuni, show(here, shop, photos)).await.expect("the other one");
        does(&world, &yuni, show(here, shop, photos)).await.expect("twice is once");
        let all = shown(&world, shop).await;
        assert_eq!(all.iter().map(|one| (one.title.as_str(), one.year)).collect::<Vec<_>>().len(), 2);
        assert!(!world.every_row().await.contains(&all[0].token.to_string()), "its code stands nowhere in clear");
        let page = skills::shown(all.clone(), crate::domain::Lang::Id);
        assert!(page.contains(&["/v/", &all[0].token.to_string()].concat()) && page.contains("Batik, 2026") && !page.contains("Yuni"));
        does(&world, &yuni, hide(here, shop, batik)).await.expect("taken back");
        assert_eq!(titles(&world, shop).await, ["Foto Produk"]);
        let mine = store::chosen_skills(&OwnScope::open(&world.db, &yuni).await.unwrap(), shop, yuni.account().unwrap()).await.unwrap();
        assert_eq!(mine.iter().map(|(participant, _)| *participant).collect::<Vec<_>>(), [photos]);
        let record = world.record().await;
        for act in [ActName::ShowSkill, ActName::HideSkill] {
            assert!(record.contains(&(act, yuni.account())), "{act:?}");
        }
    }

    async fn a_revoked_certificate_is_gone_from_the_shop_at_once_and_another_is_agreed_to_anew(world: World) {
        let here = world.tamansari();
        let (shop, yuni) = sold(&world).await;
        let photos = certified(&world, here, "Foto Produk", &yuni, "Yuni").await;
        does(&world, &yuni, show(here, shop, photos)).await.expect("shown");
        revoke(&world, here, photos).await;
        assert_eq!(titles(&world, shop).await, [""; 0]);
        head(&world, here).does(SignCertificate { participant: photos, host: "kampung.example".into() }).await.expect("another");
        assert_eq!(titles(&world, shop).await, [""; 0], "nobody has agreed to this one");
        does(&world, &yuni, show(here, shop, photos)).await.expect("agreed");
        assert_eq!(titles(&world, shop).await, ["Foto Produk"]);
    }

    async fn a_shop_in_other_hands_shows_nothing_of_its_former_seller(world: World) {
        let here = world.tamansari();
        let (shop, yuni) = sold(&world).await;
        let photos = certified(&world, here, "Foto Produk", &yuni, "Yuni").await;
        does(&world, &yuni, show(here, shop, photos)).await.expect("shown");
        let second = resident(&world, "081200000098").await;
        world.officer("Rini").does(link_to(shop, "081200000098")).await.expect("a link");
        let scope = OfficeScope::open(&world.db, &world.officer("Rini").actor).await.unwrap();
        let token = store::open_link(&scope, shop).await.unwrap().expect("a link").token;
        drop(scope);
        take(&world, &second, here, &token).await.expect("the shop");
        assert_eq!(titles(&world, shop).await, [""; 0]);
        assert_eq!(does(&world, &yuni, show(here, shop, photos)).await, Err(Refusal::NotFound));
        assert_eq!(does(&world, &second, show(here, shop, photos)).await, Err(Refusal::NotFound));
    }

    async fn a_closed_shop_shows_nothing_new(world: World) {
        let here = world.tamansari();
        let yuni = resident(&world, PHONE).await;
        let shop = does(&world, &yuni, open_shop(here)).await.expect("a shop");
        let photos = certified(&world, here, "Foto Produk", &yuni, "Yuni").await;
        let close = Archive::<Shop> { office: here, id: shop, seen: crate::domain::Version(1), of: std::marker::PhantomData };
        does(&world, &yuni, close).await.expect("closed");
        assert_eq!(does(&world, &yuni, show(here, shop, photos)).await, Err(Refusal::Conflict(Code::ListingArchived)));
    }
}

//! The reading club of a library: when it meets, who reads along, and how far they are.

use super::helpers::{card, person};
use crate::access::{Code, Refusal, Role, Unit};
use crate::domain::{Day, MeetingId, OfficeCode, ReaderId, TimeOfDay};
use crate::features::library::acts::{CancelMeeting, JoinClub, KeepReader, LeaveClub, NoteReading, PlanMeeting, Whose};
use crate::features::library::store;
use crate::features::library::{Member, Who};
use crate::features::training::{Link, Venue};
use crate::server::db::{OfficeScope, OwnScope, ShownScope};
use crate::server::testing::{Person, on_both_databases};

/// The world begins on Tuesday 24 November 2026.
fn saturday() -> Day {
    Day::new(2026, 11, 28).expect("a day")
}

fn meets(office: OfficeCode, hour: u8) -> PlanMeeting {
    let link = Link::parse("https://meet.example.id/1").expect("a link");
    PlanMeeting {
        office,
        day: saturday(),
        from: TimeOfDay::new(hour, 0).expect("a time"),
        venue: Venue::Both { place: "Pendopo".into(), link },
        book: "Laskar Pelangi".into(),
    }
}

fn joins(office: OfficeCode, name: &str) -> JoinClub {
    JoinClub { office, whose: Whose::Own(person(name)) }
}

async fn members(by: &Person) -> Vec<Member> {
    let scope = OfficeScope::open(by.db(), &by.actor).await.expect("an officer");
    store::members(&scope, None).await.expect("a list")
}

async fn only_member(by: &Person) -> ReaderId {
    let all = members(by).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].reader
}

/// What somebody is shown of their own reading, at all libraries.
async fn reached(who: &Person) -> Vec<Option<(MeetingId, String)>> {
    let own = OwnScope::open(who.db(), &who.actor).await.expect("somebody");
    store::own_memberships(&own).await.expect("clubs").into_iter().map(|(_, member)| member.reached).collect()
}

on_both_databases! {
    async fn a_club_meets_neither_in_the_past_nor_twice_at_once_nor_by_the_wish_of_a_reader(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        let siti = world.resident("Siti");
        assert_eq!(siti.does(joins(here, "Siti Aminah")).await.err(), Some(Refusal::NotFound), "there is no club yet");
        for stranger in [siti.clone(), world.head("Hadi"), world.staff("Gede", Role::Reviewer, Unit::Regency(3510)), world.nobody()] {
            assert!(stranger.does(meets(here, 16)).await.is_err());
        }
        let yesterday = PlanMeeting { day: Day::new(2026, 11, 23).expect("a day"), ..meets(here, 16) };
        assert!(matches!(rini.does(yesterday).await, Err(Refusal::Invalid(problems)) if problems.of("tanggal").is_some()));
        let meeting = rini.does(meets(here, 16)).await.unwrap();
        assert_eq!(rini.does(meets(here, 16)).await.err(), Some(Refusal::Conflict(Code::MeetingThen)));
        rini.does(meets(here, 19)).await.unwrap();
        let cancel = CancelMeeting { office: here, meeting };
        assert_eq!(siti.does(cancel.clone()).await.err(), Some(Refusal::Forbidden));
        assert_eq!(world.stranger("Sri").does(CancelMeeting { office: world.kampungbaru(), meeting }).await.err(), Some(Refusal::NotFound));
        rini.does(cancel.clone()).await.unwrap();
        assert_eq!(rini.does(cancel).await.err(), Some(Refusal::Conflict(Code::MeetingOver)));
        rini.does(meets(here, 16)).await.expect("the time is free again");

        let shown = ShownScope::open(&world.db, here).await.unwrap();
        let all = store::meetings(&shown, saturday()).await.unwrap();
        let mut told: Vec<_> = all.iter().map(|meeting| (meeting.from.hour(), meeting.cancelled)).collect();
        told.sort();
        assert_eq!(told, [(16, false), (16, true), (19, false)]);
        drop(shown);
        let elsewhere = ShownScope::open(&world.db, world.kampungbaru()).await.unwrap();
        assert!(store::meetings(&elsewhere, saturday()).await.unwrap().is_empty(), "every library has its own");
    }

    async fn nobody_is_in_a_club_twice_and_two_presses_at_once_make_one_member(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        rini.does(meets(here, 16)).await.unwrap();
        let siti = world.resident("Siti");
        let (one, other) = tokio::join!(siti.does(joins(here, "Siti Aminah")), siti.does(joins(here, "Siti Aminah")));
        let refused: Vec<Refusal> = [one, other].into_iter().filter_map(Result::err).collect();
        assert_eq!(refused, [Refusal::Conflict(Code::InClubAlready)]);
        let reader = only_member(&rini).await;
        let enter = |reader| JoinClub { office: here, whose: Whose::Reader(reader) };
        assert_eq!(rini.does(enter(reader)).await.err(), Some(Refusal::Conflict(Code::InClubAlready)), "the desk knows her card");

        let karto = card(&rini, here, "Mbah Karto").await;
        let seen = { let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap(); store::reader(&scope, karto).await.unwrap().version.unwrap() };
        let gone = KeepReader { office: here, known: Some((karto, seen)), name: person("Mbah Karto"), who: Who::Adult, active: false };
        rini.does(gone).await.unwrap();
        assert_eq!(rini.does(enter(karto)).await.err(), Some(Refusal::Conflict(Code::ReaderInactive)));
        let there = card(&world.stranger("Sri"), world.kampungbaru(), "Ayu").await;
        assert_eq!(rini.does(enter(there)).await.err(), Some(Refusal::NotFound), "a reader of another library");
    }

    async fn how_far_somebody_is_only_they_say_and_see(world: World) {
        let (rini, sri, here) = (world.officer("Rini"), world.stranger("Sri"), world.tamansari());
        let meeting = rini.does(meets(here, 16)).await.unwrap();
        sri.does(meets(world.kampungbaru(), 16)).await.unwrap();
        let (siti, budi) = (world.resident("Siti"), world.resident("Budi"));
        siti.does(joins(here, "Siti Aminah")).await.unwrap();
        let reader = only_member(&rini).await;
        budi.does(joins(world.kampungbaru(), "Budi")).await.unwrap();
        let note = |reached: &str| NoteReading { office: here, reader, meeting, reached: reached.into() };
        assert_eq!(rini.does(note("halaman 9")).await.err(), Some(Refusal::Forbidden), "not the office for her");
        assert_eq!(budi.does(note("halaman 9")).await.err(), Some(Refusal::NotFound));
        assert_eq!(sri.does(NoteReading { office: world.kampungbaru(), ..note("halaman 9") }).await.err(), Some(Refusal::NotFound));
        let elsewhere = NoteReading { meeting: MeetingId::from_u128(7), ..note("halaman 9") };
        assert_eq!(siti.does(elsewhere).await.err(), Some(Refusal::NotFound), "a meeting that there is not");

        siti.does(note("halaman 45")).await.unwrap();
        siti.does(note("halaman 46")).await.unwrap();
        assert_eq!(reached(&siti).await, [Some((meeting, "halaman 46".to_owned()))]);
        assert_eq!(reached(&budi).await, [None]);
        let rows = world.every_row().await;
        assert!(!rows.contains("halaman 46") && !rows.contains("Siti Aminah"), "what is personal is sealed");
        rini.does(CancelMeeting { office: here, meeting }).await.unwrap();
        assert_eq!(siti.does(note("halaman 50")).await.err(), Some(Refusal::Conflict(Code::MeetingOver)));

        let before = world.every_row().await;
        let leave = LeaveClub { office: here, reader };
        assert_eq!(budi.does(leave.clone()).await.err(), Some(Refusal::NotFound));
        assert_eq!(sri.does(LeaveClub { office: world.kampungbaru(), reader }).await.err(), Some(Refusal::NotFound));
        assert_eq!(world.every_row().await, before);
        siti.does(leave.clone()).await.unwrap();
        assert_eq!(siti.does(leave).await.err(), Some(Refusal::NotFound), "she left before");
        assert_eq!((members(&rini).await, members(&sri).await.len()), (Vec::new(), 1));
        siti.does(joins(here, "Siti Aminah")).await.expect("she may come back");
        assert_eq!(reached(&siti).await, [None], "what she noted went with her");
    }

    async fn who_is_of_age_takes_their_place_in_the_club_with_them(world: World) {
        let (rini, here) = (world.officer("Rini"), world.tamansari());
        rini.does(meets(here, 16)).await.unwrap();
        let siti = world.resident("Siti");
        siti.does(joins(here, "Siti Aminah")).await.unwrap();
        let guardian = only_member(&rini).await;
        let keep = |known, who| KeepReader { office: here, known, name: person("Adi"), who, active: true };
        let child = rini.does(keep(None, Who::ChildOf(guardian))).await.unwrap();
        rini.does(JoinClub { office: here, whose: Whose::Reader(child) }).await.unwrap();
        assert_eq!(reached(&siti).await.len(), 2, "a child's club is the affair of its guardian");
        let seen = { let scope = OfficeScope::open(&world.db, &rini.actor).await.unwrap(); store::reader(&scope, child).await.unwrap().version.unwrap() };
        rini.does(keep(Some((child, seen)), Who::Adult)).await.unwrap();
        assert_eq!(reached(&siti).await.len(), 1);
        assert_eq!(members(&rini).await.len(), 2, "and stays in the club");
    }
}

//! A book that stands at Sobo is fetched at Tamansari, and goes home.

use futures::future::join_all;

use super::helpers::{card, copies, enter, holds_true, lend, loan_of, named, person, turtle};
use crate::access::{Code, Refusal, Role, Unit};
use crate::domain::{CopyId, InterloanId, Lang, OfficeCode, TitleId};
use crate::features::library::acts::{
    AskInterloan, CancelInterloan, CancelReservation, CloseInterloan, DeclineInterloan, LetGo, LoseCopy, ReceiveInterloan, RenewLoan,
    ReserveTitle, RestoreCopy, ReturnCopy, ReturnInterloan, SendInterloan, Whose,
};
use crate::features::library::office::{Desk, Said, ShelfView, counter, interloans};
use crate::features::library::own::own_loans;
use crate::features::library::public::Reading;
use crate::features::library::store::{self, Side};
use crate::features::library::{Copy, CopyPlace, Gone};
use crate::forms::{ProblemCode, Problems};
use crate::server::db::{OfficeScope, OwnScope};
use crate::server::testing::{Person, World, on_both_databases};
use crate::ui::{Frame, FrameCounts};

/// Siti of Tamansari, its officer Rini, and Sri of Sobo, where one book stands.
pub struct Story {
    here: OfficeCode,
    there: OfficeCode,
    pub rini: Person,
    pub sri: Person,
    pub siti: Person,
    pub title: TitleId,
    copy: CopyId,
}

impl Story {
    pub async fn of(world: &World) -> Self {
        let (rini, sri, siti) = (world.officer("Rini"), world.stranger("Sri"), world.resident("Siti"));
        let (here, there) = (world.tamansari(), world.kampungbaru());
        let title = enter(&sri, there, turtle(), 1).await;
        let copy = copies(world, &sri, title).await[0].id;
        Self { here, there, rini, sri, siti, title, copy }
    }

    fn ask(&self) -> AskInterloan {
        AskInterloan { office: self.here, lender: self.there, title: self.title, whose: Whose::Own(person("Siti Aminah")) }
    }

    pub async fn asked(&self) -> InterloanId {
        self.siti.does(self.ask()).await.expect("a request")
    }

    async fn sent(&self) -> InterloanId {
        let interloan = self.asked().await;
        self.sri.does(SendInterloan { interloan, copy: self.copy }).await.expect("a copy on its way");
        interloan
    }

    async fn received(&self) -> InterloanId {
        let interloan = self.sent().await;
        self.rini.does(ReceiveInterloan { interloan }).await.expect("a copy here");
        interloan
    }

    /// The copy as Tamansari has it.
    async fn guest(&self, world: &World) -> Copy {
        let scope = OfficeScope::open(&world.db, &self.rini.actor).await.expect("an officer");
        store::copy(&scope, self.copy).await.expect("a guest")
    }

    /// The same at home.
    async fn at_home(&self, world: &World) -> Copy {
        let scope = OfficeScope::open(&world.db, &self.sri.actor).await.expect("an officer");
        store::copy(&scope, self.copy).await.expect("a copy")
    }

    async fn stage(&self, world: &World, interloan: InterloanId) -> String {
        let scope = OfficeScope::open(&world.db, &self.rini.actor).await.expect("an officer");
        store::interloan(&scope, interloan).await.expect("a loan").stage.code().to_owned()
    }

    /// What Siti reads at home: of which book, in which state.
    async fn reads(&self, world: &World) -> Vec<String> {
        let reading = Reading::of(world.db.clone(), self.siti.actor.clone(), "Siti".into(), "https://contoh.id".into(), Lang::Id);
        let view = own_loans(&reading, "").await.expect("loans");
        let marks = view.waits.1.into_iter().chain(view.have.1).filter_map(|row| row.mark);
        marks.map(|mark| mark.words).collect()
    }

    async fn reader(&self, world: &World) -> crate::domain::ReaderId {
        let scope = OwnScope::open(&world.db, &self.siti.actor).await.expect("somebody");
        store::own_readers(&scope).await.expect("cards")[0].1.id
    }
}

fn desk(person: &Person) -> Desk {
    let frame =
        Frame { unit: String::new(), place: String::new(), person: String::new(), role: String::new(), counts: FrameCounts::default() };
    Desk::of(person.db().clone(), person.actor.clone(), frame).expect("a desk")
}

async fn page(person: &Person) -> ShelfView {
    interloans(&desk(person), "").await.expect("a page")
}

fn moved() -> Result<(), Refusal> {
    Err(Refusal::Conflict(Code::InterloanMoved))
}

fn acts(view: &ShelfView) -> Vec<String> {
    let forms = view.parts.iter().flat_map(|part| part.forms.iter().chain(part.rows.iter().flat_map(|row| &row.forms)));
    forms.map(|form| form.act.clone()).collect()
}

on_both_databases! {
    async fn a_book_goes_to_the_reader_s_own_village_and_comes_home(world: World) {
        let story = Story::of(&world).await;
        let (rini, sri) = (&story.rini, &story.sri);
        let interloan = story.asked().await;
        assert_eq!(story.reads(&world).await, ["Diminta"]);
        assert_eq!(story.at_home(&world).await.place, CopyPlace::Shelf, "nothing is promised yet");
        assert_eq!(acts(&page(sri).await), ["send_interloan", "decline_interloan"]);
        assert_eq!(acts(&page(rini).await), ["cancel_interloan"]);

        sri.does(SendInterloan { interloan, copy: story.copy }).await.unwrap();
        assert_eq!(story.at_home(&world).await.place, CopyPlace::Away { interloan });
        holds_true(&world, sri, story.title).await;
        assert_eq!(story.reads(&world).await, ["Dalam perjalanan"]);
        assert_eq!((acts(&page(sri).await), acts(&page(rini).await)), (vec![], vec!["receive_interloan".to_owned()]));

        rini.does(ReceiveInterloan { interloan }).await.unwrap();
        assert_eq!(story.reads(&world).await, ["Siap diambil"]);
        let budi = card(rini, story.here, "Budi").await;
        assert_eq!(lend(rini, story.copy, budi).await, Err(Refusal::Conflict(Code::CopyReserved)), "it came for Siti");
        assert_eq!(rini.does(ReturnInterloan { interloan }).await, Err(Refusal::Conflict(Code::CopyReserved)));
        let siti = story.reader(&world).await;
        lend(rini, story.copy, siti).await.unwrap();
        assert_eq!(story.reads(&world).await, ["Dipinjam"]);
        assert_eq!(rini.does(ReturnInterloan { interloan }).await, Err(Refusal::Conflict(Code::CopyLent)));

        let back = rini.does(ReturnCopy { copy: story.copy }).await.unwrap();
        assert_eq!((back.days_late, back.aside_for), (-7, None));
        assert_eq!(story.guest(&world).await.place, CopyPlace::Homebound);
        assert_eq!(lend(rini, story.copy, budi).await, Err(Refusal::Conflict(Code::CopyGuest)), "it goes home");
        assert_eq!(sri.does(CloseInterloan { interloan }).await, moved(), "it is not on its way yet");
        rini.does(ReturnInterloan { interloan }).await.unwrap();
        assert_eq!(rini.does(ReturnInterloan { interloan }).await, moved());
        assert_eq!(acts(&page(sri).await), ["close_interloan"]);
        sri.does(CloseInterloan { interloan }).await.unwrap();
        assert_eq!(story.at_home(&world).await.place, CopyPlace::Shelf);
        holds_true(&world, sri, story.title).await;
        assert_eq!((acts(&page(sri).await), acts(&page(rini).await)), (vec![], vec![]));
        assert!(story.reads(&world).await.is_empty());

        // The same copy may come again.
        let again = story.received().await;
        assert_ne!(again, interloan);
        assert!(matches!(story.guest(&world).await.place, CopyPlace::Aside { .. }));
    }

    async fn a_copy_is_sent_once_however_many_ask_and_send(world: World) {
        let story = Story::of(&world).await;
        let mut asked = vec![story.asked().await];
        for name in ["Budi", "Ayu", "Dewi", "Eka"] {
            let ask = AskInterloan { whose: Whose::Own(person(name)), ..story.ask() };
            asked.push(world.resident(name).does(ask).await.unwrap());
        }
        let local = card(&story.sri, story.there, "Wayan").await;
        let sends = join_all(asked.iter().map(|interloan| story.sri.does(SendInterloan { interloan: *interloan, copy: story.copy })));
        let reserve = story.sri.does(ReserveTitle { office: story.there, title: story.title, whose: Whose::Reader(local) });
        let (sent, reserved) = futures::future::join(sends, reserve).await;
        assert!(reserved.is_ok());
        let won = sent.iter().filter(|answer| answer.is_ok()).count();
        let place = story.at_home(&world).await.place;
        match place {
            CopyPlace::Away { .. } => assert_eq!(won, 1, "{sent:?}"),
            CopyPlace::Aside { .. } => assert_eq!(won, 0, "{sent:?}"),
            other => panic!("{other:?}"),
        }
        holds_true(&world, &story.sri, story.title).await;
    }

    async fn the_table_itself_sends_no_copy_twice(world: World) {
        let story = Story::of(&world).await;
        let first = story.sent().await;
        let budi = world.resident("Budi");
        let second = budi.does(AskInterloan { whose: Whose::Own(person("Budi")), ..story.ask() }).await.unwrap();
        world.behind_our_back("UPDATE library_copy SET place = 'shelf', interloan = NULL").await.unwrap();
        assert_eq!(
            story.sri.does(SendInterloan { interloan: second, copy: story.copy }).await,
            Err(Refusal::Conflict(Code::CopyElsewhere))
        );
        assert_eq!((story.stage(&world, first).await.as_str(), story.stage(&world, second).await.as_str()), ("sent", "asked"));
    }

    async fn each_library_does_its_own_steps_and_a_third_sees_nothing(world: World) {
        let story = Story::of(&world).await;
        let third = world.staff("Eko", Role::Operator, Unit::Office(OfficeCode::try_from(3_510_092_002).unwrap()));
        let own = enter(&third, OfficeCode::try_from(3_510_092_002).unwrap(), named("Buku Lain"), 1).await;
        let own = { store::copies_of(&OfficeScope::open(&world.db, &third.actor).await.unwrap(), own).await.unwrap()[0].id };
        let interloan = story.asked().await;
        let no = Some(Refusal::NotFound);
        // The receiver does not answer for the lender.
        assert_eq!(story.rini.does(SendInterloan { interloan, copy: story.copy }).await.err(), no);
        assert_eq!(story.rini.does(DeclineInterloan { interloan, reason: "Tidak.".into() }).await.err(), no);
        // The lender does not know who reads, so it cancels nothing of theirs.
        assert_eq!(story.sri.does(CancelInterloan { office: story.there, interloan }).await.err(), no);
        let scope = OfficeScope::open(&world.db, &story.sri.actor).await.unwrap();
        assert_eq!(store::request(&scope, interloan).await.err(), no);
        assert!(store::requests(&scope, &[interloan]).await.unwrap().is_empty());
        assert_eq!(store::interloan_of(&scope, interloan, Side::Receiver).await.err(), no);
        drop(scope);
        assert!(!format!("{:?}", page(&story.sri).await).contains("Siti"));
        let before = world.every_row().await;
        assert_eq!(third.does(SendInterloan { interloan, copy: own }).await.err(), no);
        assert_eq!(third.does(DeclineInterloan { interloan, reason: "Tidak.".into() }).await.err(), no);
        assert_eq!(third.does(ReceiveInterloan { interloan }).await.err(), no);
        assert_eq!(third.does(ReturnInterloan { interloan }).await.err(), no);
        assert_eq!(third.does(CloseInterloan { interloan }).await.err(), no);
        let scope = OfficeScope::open(&world.db, &third.actor).await.unwrap();
        assert_eq!(store::interloan(&scope, interloan).await.err(), no);
        assert!(store::interloans(&scope, Side::Lender, world.clock.now().plus_seconds(-86_400)).await.unwrap().is_empty());
        assert!(store::interloans(&scope, Side::Receiver, world.clock.now().plus_seconds(-86_400)).await.unwrap().is_empty());
        drop(scope);
        // Another resident reaches nothing of Siti's.
        let budi = world.resident("Budi");
        assert_eq!(budi.does(CancelInterloan { office: story.here, interloan }).await.err(), no);
        let own_scope = OwnScope::open(&world.db, &budi.actor).await.unwrap();
        assert!(store::own_requests(&own_scope).await.unwrap().is_empty());
        drop(own_scope);
        assert_eq!(world.every_row().await, before);

        story.sri.does(SendInterloan { interloan, copy: story.copy }).await.unwrap();
        assert_eq!(story.sri.does(ReceiveInterloan { interloan }).await.err(), no);
        let code = story.at_home(&world).await.code;
        let scanned = counter(&desk(&story.rini), &code, Said::default()).await.unwrap();
        assert_eq!(scanned.find.and_then(|find| find.problem), None, "it was sent here");
        assert_eq!(scanned.parts[0].forms[0].act, "receive_interloan");
        story.rini.does(ReceiveInterloan { interloan }).await.unwrap();
        assert_eq!(story.sri.does(ReturnInterloan { interloan }).await.err(), no);
        assert_eq!(story.rini.does(CloseInterloan { interloan }).await.err(), no);
        let problem = |view: ShelfView| view.find.and_then(|find| find.problem).unwrap_or_default();
        assert!(problem(counter(&desk(&third), &code, Said::default()).await.unwrap()).contains("Sobo"), "returned at a third library");
        assert!(problem(counter(&desk(&story.rini), &code, Said::default()).await.unwrap()).is_empty(), "a guest is known where it is");
    }

    async fn what_is_not_on_the_shelf_is_not_sent_and_what_nobody_has_is_not_asked_for(world: World) {
        let story = Story::of(&world).await;
        let interloan = story.asked().await;
        let send = |copy| SendInterloan { interloan, copy };
        let other = enter(&story.sri, story.there, named("Buku Lain"), 1).await;
        let other = copies(&world, &story.sri, other).await[0].id;
        let wrong = Refusal::Invalid(Problems::one("label", ProblemCode::UnknownLabel));
        assert_eq!(story.sri.does(send(other)).await, Err(wrong), "another title");
        let wayan = card(&story.sri, story.there, "Wayan").await;
        lend(&story.sri, story.copy, wayan).await.unwrap();
        assert_eq!(story.sri.does(send(story.copy)).await, Err(Refusal::Conflict(Code::CopyLent)));
        let ayu = card(&story.sri, story.there, "Ayu").await;
        story.sri.does(ReserveTitle { office: story.there, title: story.title, whose: Whose::Reader(ayu) }).await.unwrap();
        story.sri.does(ReturnCopy { copy: story.copy }).await.unwrap();
        assert_eq!(story.sri.does(send(story.copy)).await, Err(Refusal::Conflict(Code::CopyReserved)), "its own readers come first");
        story.sri.does(LetGo { copy: story.copy }).await.unwrap();
        let lose = LoseCopy { copy: story.copy, why: Gone::Lost, note: "Banjir.".into(), from_shelf: false };
        story.sri.does(lose).await.unwrap();
        assert_eq!(story.sri.does(send(story.copy)).await, Err(Refusal::Conflict(Code::CopyGone)));
        let budi = world.resident("Budi");
        let ask = |lender, title| AskInterloan { office: story.here, lender, title, whose: Whose::Own(person("Budi")) };
        assert_eq!(budi.does(ask(story.there, story.title)).await.err(), Some(Refusal::NotFound), "the last copy is gone");
        assert_eq!(budi.does(ask(story.here, story.title)).await.err(), Some(Refusal::NotFound), "from itself");
    }

    async fn whoever_asked_may_change_their_mind_until_it_is_sent(world: World) {
        let story = Story::of(&world).await;
        let first = story.asked().await;
        assert_eq!(story.siti.does(story.ask()).await.err(), Some(Refusal::Conflict(Code::ReservedAlready)));
        let cancel = |interloan| CancelInterloan { office: story.here, interloan };
        story.siti.does(cancel(first)).await.unwrap();
        assert!(story.reads(&world).await.is_empty());
        assert_eq!(story.siti.does(cancel(first)).await, moved());
        assert_eq!(story.sri.does(SendInterloan { interloan: first, copy: story.copy }).await, moved());

        let second = story.sent().await;
        assert_eq!(story.siti.does(cancel(second)).await, Err(Refusal::Conflict(Code::InterloanSent)));
        // She may still give up what was put aside; it goes home.
        story.rini.does(ReceiveInterloan { interloan: second }).await.unwrap();
        let reservation = { store::own_reservations(&OwnScope::open(&world.db, &story.siti.actor).await.unwrap()).await.unwrap()[0].1.id };
        story.siti.does(CancelReservation { office: story.here, reservation }).await.unwrap();
        story.rini.does(LetGo { copy: story.copy }).await.unwrap();
        assert_eq!(story.guest(&world).await.place, CopyPlace::Homebound);
        story.rini.does(ReturnInterloan { interloan: second }).await.unwrap();
        story.sri.does(CloseInterloan { interloan: second }).await.unwrap();
        holds_true(&world, &story.sri, story.title).await;
    }

    async fn a_refusal_is_read_with_its_reason_and_frees_the_reader_s_place(world: World) {
        let story = Story::of(&world).await;
        let interloan = story.asked().await;
        let decline = |reason: &str| DeclineInterloan { interloan, reason: reason.into() };
        let missing = Refusal::Invalid(Problems::one("alasan", ProblemCode::Missing));
        assert_eq!(story.sri.does(decline(" ")).await, Err(missing));
        story.sri.does(decline("Hanya dibaca di tempat.")).await.unwrap();
        assert_eq!(story.reads(&world).await, ["Tidak dikirim"]);
        assert_eq!(story.sri.does(decline("Lagi.")).await, moved());
        world.clock.forward(31 * 86_400);
        assert!(story.reads(&world).await.is_empty());
        assert!(story.siti.does(story.ask()).await.is_ok(), "she may ask again");
    }

    async fn a_reader_waits_for_two_titles_wherever_they_come_from(world: World) {
        let story = Story::of(&world).await;
        story.asked().await;
        let mut titles = Vec::new();
        for name in ["Satu", "Dua"] {
            titles.push(enter(&story.rini, story.here, named(name), 1).await);
        }
        let reserve = |title| ReserveTitle { office: story.here, title, whose: Whose::Own(person("Siti")) };
        assert!(story.siti.does(reserve(titles[0])).await.is_ok());
        assert_eq!(story.siti.does(reserve(titles[1])).await.err(), Some(Refusal::Conflict(Code::TooManyReservations)));
        let other = enter(&story.sri, story.there, named("Tiga"), 1).await;
        let ask = AskInterloan { title: other, ..story.ask() };
        assert_eq!(story.siti.does(ask).await.err(), Some(Refusal::Conflict(Code::TooManyReservations)));
    }

    async fn what_gets_lost_is_given_up_by_whoever_had_it(world: World) {
        let story = Story::of(&world).await;
        let lose = || LoseCopy { copy: story.copy, why: Gone::Lost, note: "Tidak ketemu.".into(), from_shelf: false };
        // On its way.
        let first = story.sent().await;
        story.sri.does(lose()).await.unwrap();
        assert_eq!(story.stage(&world, first).await, "lost");
        assert_eq!(story.reads(&world).await, ["Hilang"]);
        assert_eq!(story.rini.does(ReceiveInterloan { interloan: first }).await, moved());
        story.sri.does(RestoreCopy { copy: story.copy }).await.unwrap();
        holds_true(&world, &story.sri, story.title).await;
        // At the other library: that one knows.
        let second = story.received().await;
        assert_eq!(story.sri.does(lose()).await, Err(Refusal::Conflict(Code::CopyElsewhere)));
        lend(&story.rini, story.copy, story.reader(&world).await).await.unwrap();
        story.rini.does(lose()).await.unwrap();
        assert_eq!(story.stage(&world, second).await, "lost");
        assert_eq!(story.rini.does(RestoreCopy { copy: story.copy }).await, Err(Refusal::Conflict(Code::CopyGuest)));
        let open = {
            let scope = OfficeScope::open(&world.db, &story.rini.actor).await.unwrap();
            store::open_loans_of(&scope, story.reader(&world).await).await
        };
        assert_eq!(open, Ok(0), "nobody owes what is lost");
        assert_eq!(story.at_home(&world).await.place, CopyPlace::Away { interloan: second });
        story.sri.does(lose()).await.unwrap();
        assert!(matches!(story.at_home(&world).await.place, CopyPlace::Gone { .. }));
        // Found after all, it may be asked for again.
        story.sri.does(RestoreCopy { copy: story.copy }).await.unwrap();
        story.received().await;
        assert!(matches!(story.guest(&world).await.place, CopyPlace::Aside { .. }));
    }

    async fn a_guest_is_no_book_of_the_library_that_has_it(world: World) {
        let story = Story::of(&world).await;
        story.received().await;
        let siti = story.reader(&world).await;
        lend(&story.rini, story.copy, siti).await.unwrap();
        assert!(copies(&world, &story.rini, story.title).await.is_empty());
        let scope = OfficeScope::open(&world.db, &story.rini.actor).await.unwrap();
        assert_eq!(store::stock(&scope).await, Ok((0, 0)));
        assert!(store::titles_of(&scope, None).await.unwrap().is_empty());
        assert!(store::shelves(&scope, &std::collections::BTreeSet::new()).await.unwrap().copies.is_empty());
        drop(scope);
        let other = world.resident("Budi");
        let reserve = ReserveTitle { office: story.here, title: story.title, whose: Whose::Own(person("Budi")) };
        assert_eq!(other.does(reserve).await.err(), Some(Refusal::NotFound), "one reserves it where it belongs");
        // Kept longer, unless somebody waits at home.
        let loan = loan_of(&story.guest(&world).await);
        let renew = RenewLoan { office: story.here, loan };
        let ayu = card(&story.sri, story.there, "Ayu").await;
        story.sri.does(ReserveTitle { office: story.there, title: story.title, whose: Whose::Reader(ayu) }).await.unwrap();
        assert_eq!(story.siti.does(renew).await, Err(Refusal::Conflict(Code::CopyReserved)));
        // And whoever waits there has it next.
        story.rini.does(ReturnCopy { copy: story.copy }).await.unwrap();
        let scope = OfficeScope::open(&world.db, &story.rini.actor).await.unwrap();
        let interloan = store::interloans(&scope, Side::Receiver, world.clock.now()).await.unwrap()[0].id;
        drop(scope);
        story.rini.does(ReturnInterloan { interloan }).await.unwrap();
        story.sri.does(CloseInterloan { interloan }).await.unwrap();
        assert!(matches!(story.at_home(&world).await.place, CopyPlace::Aside { .. }));
        holds_true(&world, &story.sri, story.title).await;
    }
}

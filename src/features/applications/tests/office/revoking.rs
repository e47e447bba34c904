use super::helpers::desk;
use crate::access::{Code, Refusal};
use crate::domain::Version;
use crate::features::applications::acts::{HandOver, Revoke};
use crate::features::applications::{Reason, ReasonCode, State};
use crate::features::letters::{self, CheckView, Stage, Standing};
use crate::server::db::OfficeScope;
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_revoked_letter_says_so_to_everybody_and_keeps_its_number(world: World) {
        let desk = desk(&world).await;
        let (id, issued) = desk.issued(&world, 1).await;
        let reason = Reason { code: ReasonCode::Other, words: "Alamat usaha salah tulis.".into() };
        let revoke = Revoke { id, seen: Version(4), public: letters::Reason::WrongContent, reason };
        assert_eq!(desk.rini.does(revoke.clone()).await, Err(Refusal::Forbidden));
        assert_eq!(world.stranger("Lain").does(revoke.clone()).await, Err(Refusal::NotFound));
        assert_eq!(desk.head.does(revoke.clone()).await, Ok(()));
        assert_eq!(desk.head.does(Revoke { seen: Version(5), ..revoke }).await, Err(Refusal::Conflict(Code::LetterRevoked)));
        assert_eq!(desk.rini.does(HandOver { id, seen: Version(5) }).await, Err(Refusal::Conflict(Code::LetterRevoked)));
        assert_eq!(desk.case(&world, id).await.state, State::Revoked);

        let scope = OfficeScope::open(&world.db, &desk.rini.actor).await.unwrap();
        let frozen = letters::frozen_letter(&scope, issued.letter).await.unwrap();
        let Stage::Issued { token, .. } = frozen.data.stage else { panic!("not issued") };
        let CheckView::Known(letter) = letters::checked(&world.db, &token.to_string()).await.unwrap() else { panic!("unknown") };
        assert_eq!((letter.standing, letter.reason), (Standing::Revoked, Some(letters::Reason::WrongContent)));
        assert_eq!((letter.number, letter.ended_on.map(|day| day.iso())), (issued.number, Some("2026-11-24".to_owned())));
        let (_, next) = desk.issued(&world, 2).await;
        assert_eq!(next.number, "500.2.2.4/002/35.10.24.2008/2026");
    }
}

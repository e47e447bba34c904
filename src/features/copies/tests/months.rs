use super::{LICIN, camat, day, page, told};
use crate::access::{Code, Refusal, Unit};
use crate::domain::LetterId;
use crate::features::copies::{CopyRow, KeepCopy, testing};
use crate::server::testing::on_both_databases;

on_both_databases! {
    async fn a_month_without_a_move_says_so_and_a_month_that_is_none_is_this_one(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        for typed in ["", "2026-13", "x", "2026-11-24", "' OR 1=1"] {
            let view = page(&agus, typed, "24.x").await;
            assert_eq!((view.month.code.as_str(), view.month.count, view.rows.len(), view.next), ("2026-11", 0, 0, None), "{typed}");
        }
        assert_eq!(page(&agus, "", "").await.kecamatan, "Licin");
    }

    async fn december_and_january_are_neighbours_and_share_no_line(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        for (id, on) in [(1, "30-11-2026"), (2, "1-12-2026"), (3, "31-12-2026"), (4, "1-1-2027"), (5, "1-2-2027")] {
            told(&world, LICIN, id, day(on)).await;
        }
        let ids = async |month: &str| page(&agus, month, "").await.rows.into_iter().map(|row| row.on).collect::<Vec<_>>();
        assert_eq!(ids("2026-12").await, ["31 Desember 2026", "1 Desember 2026"], "the newest first");
        assert_eq!(ids("2027-01").await, ["1 Januari 2027"]);
        // 24 November, and 45 days later.
        world.clock.forward(45 * 86_400);
        let view = page(&agus, "", "").await;
        let link = |link: &crate::features::copies::MonthLink| (link.code.clone(), link.name.clone(), link.count);
        assert_eq!(link(&view.now), ("2027-01".into(), "Januari 2027".into(), 1));
        assert_eq!(link(&view.last), ("2026-12".into(), "Desember 2026".into(), 2));
        assert_eq!((view.before.code.as_str(), view.after.code.as_str()), ("2026-12", "2027-02"));
        assert_eq!(page(&agus, "2026-12", "").await.after.name, "Januari 2027");
    }

    async fn a_long_month_is_numbered_through_its_pages(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        // Several letters of one day: the identity parts them.
        for id in 1..=103 {
            told(&world, LICIN, id, day(if id <= 60 { "23-11-2026" } else { "24-11-2026" })).await;
        }
        told(&world, LICIN, 500, day("31-10-2026")).await;
        let (mut numbers, mut seen, mut sizes) = (Vec::new(), String::new(), Vec::new());
        loop {
            let view = page(&agus, "2026-11", &seen).await;
            assert_eq!(view.month.count, 103);
            sizes.push(view.rows.len());
            numbers.extend(view.rows.iter().map(|row| row.number));
            match view.next {
                Some(next) => seen = next,
                None => break,
            }
        }
        assert_eq!((sizes, numbers), (vec![50, 50, 3], (1..=103).collect::<Vec<u32>>()));
    }

    async fn a_line_says_what_a_camat_may_know(world: World) {
        let agus = camat(&world, "Agus", LICIN);
        told(&world, LICIN, 1, day("24-11-2026")).await;
        let mut keep = KeepCopy {
            id: LetterId::from_u128(2),
            content: testing::told(&agus).await.remove(0).content,
            revoked: true,
        };
        keep.content.holder = "M******* ".repeat(11) + "A";
        keep.content.class = 1;
        keep.content.to = crate::features::copies::MovedTo::Office(world.tamansari());
        assert_eq!(world.db.perform_by_itself(Unit::Kecamatan(LICIN), keep.clone()).await, Ok(()));
        assert_eq!(world.db.perform_by_itself(Unit::Kecamatan(LICIN), keep.clone()).await, Err(Refusal::Conflict(Code::TransferKnown)));
        let mut rows = page(&agus, "", "").await.rows;
        let far = CopyRow {
            number: 2,
            on: "24 November 2026".into(),
            holder: "S*** A*****".into(),
            people: 2,
            class: "Antarkabupaten atau kota".into(),
            origin: "Desa Tamansari (Kec. Licin)".into(),
            destination: "Kota Surabaya, Provinsi Jawa Timur".into(),
            revoked: false,
        };
        assert_eq!(rows.pop(), Some(far));
        let near = rows.pop().expect("a line");
        assert_eq!((near.holder, near.revoked), (keep.content.holder, true));
        assert_eq!((near.class.as_str(), near.destination.as_str()), ("Dalam satu desa atau kelurahan", "Desa Tamansari (Kec. Licin)"));
    }
}

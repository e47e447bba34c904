//! What the forms of a plan mean, and where they lead.

use crate::access::Refusal;
use crate::domain::{Day, OfficeKind};
use crate::features::compliance::acts::{FinishPlan, KeepPlan};
use crate::features::compliance::village::desk::office_of;
use crate::features::compliance::village::doors::At;
use crate::features::compliance::village::page_of_item;
use crate::features::compliance::{ActivityCode, Undertaking};
use crate::features::offices::gazetteer;
use crate::forms::{Answers, Checks, DATE_PARTS, Posted, ProblemCode, Problems, read};
use crate::server::clock::day_at;
use crate::server::session;
use crate::ui::Next;

/// Letters of what will be done, and of who sees to it.
const WHAT: u32 = 300;
const OWNER: u32 = 80;

/// Days within which it is done: two years of a budget.
const LATEST: i32 = 730;

pub async fn keep(at: At, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let office = gazetteer().by_code(office_of(&actor)?).ok_or(Refusal::NotFound)?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let content = check(&answers, office.kind, day_at(db.clock().now(), db.zone())).map_err(Refusal::Invalid)?;
    let At { id, item, seen, key } = at;
    let page = [&page_of_item(&item), "?hasil=rencana"].concat();
    let seen = Some(seen).filter(|seen| seen.0 > 0);
    db.perform(actor, key, KeepPlan { campaign: id, item, seen, content }).await?;
    Ok(Next::afresh(page))
}

fn check(answers: &Answers, kind: OfficeKind, today: Day) -> Result<Undertaking, Problems> {
    let mut checks = Checks::default();
    let what = checks.filled("rencana", read::lines(answers.typed("rencana"), WHAT));
    let owner = checks.filled("penanggung", read::line(answers.typed("penanggung"), OWNER));
    let until = checks.field("tenggat", day(answers, "tenggat", today, today.plus_days(LATEST)));
    let code = checks.field("kegiatan", code(kind, answers.typed("kegiatan").trim()));
    let words = what.zip(owner).zip(until).zip(code);
    checks.done(words, |(((what, owner), until), code)| Undertaking { what, owner, until, code })
}

/// A desa names the activity of its budget that pays; a kelurahan may.
fn code(kind: OfficeKind, typed: &str) -> Result<Option<ActivityCode>, ProblemCode> {
    match (kind, typed) {
        (OfficeKind::Desa, "") => Err(ProblemCode::Missing),
        (OfficeKind::Kelurahan, "") => Ok(None),
        (kind, typed) => ActivityCode::parse(kind, typed).map(Some),
    }
}

pub async fn finish(at: At, posted: Posted) -> Result<Next, Refusal> {
    let (db, actor) = session::asking()?;
    let answers = posted.answers().map_err(Refusal::Invalid)?;
    let today = day_at(db.clock().now(), db.zone());
    let on = day(&answers, "selesai", Day::FIRST, today).map_err(|code| Refusal::Invalid(Problems::one("selesai", code)))?;
    let At { id, item, seen, key } = at;
    let page = [&page_of_item(&item), "?hasil=rencana_selesai"].concat();
    db.perform(actor, key, FinishPlan { campaign: id, item, seen, on }).await?;
    Ok(Next::afresh(page))
}

fn day(answers: &Answers, name: &str, first: Day, last: Day) -> Result<Day, ProblemCode> {
    let parts = DATE_PARTS.map(|part| answers.typed(&[name, part].concat()).trim());
    if parts.iter().all(|part| part.is_empty()) {
        return Err(ProblemCode::Missing);
    }
    read::day(&parts.join(" "), first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::new(2026, 11, 24).expect("a day")
    }

    fn typed(kind: OfficeKind, pairs: &[(&str, &str)]) -> Result<Undertaking, Vec<(String, ProblemCode)>> {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let answers = Answers::from_pairs(pairs).expect("no name twice");
        check(&answers, kind, today()).map_err(|problems| problems.iter().map(|problem| (problem.field.clone(), problem.code)).collect())
    }

    fn on(day: &'static str, code: &'static str) -> [(&'static str, &'static str); 6] {
        [
            ("rencana", "Beli sabun dan ember."),
            ("penanggung", "Rini"),
            ("tenggat.hari", day),
            ("tenggat.bulan", "11"),
            ("tenggat.tahun", "2026"),
            ("kegiatan", code),
        ]
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let missing = |field: &str| (field.to_owned(), ProblemCode::Missing);
        assert_eq!(typed(OfficeKind::Desa, &[]), Err(["rencana", "penanggung", "tenggat", "kegiatan"].map(missing).to_vec()));
        let past = ("tenggat".to_owned(), ProblemCode::DayTooEarly { first: today() });
        let no_code = ("kegiatan".to_owned(), ProblemCode::Digits { need: 6, have: 3 });
        assert_eq!(typed(OfficeKind::Desa, &on("23", "2.06")), Err(vec![past, no_code]));
    }

    #[test]
    fn a_desa_names_its_activity_and_a_kelurahan_may() {
        let desa = typed(OfficeKind::Desa, &on("24", "020691")).expect("a plan");
        assert_eq!((desa.code.as_ref().map(ActivityCode::as_str), desa.until), (Some("02.06.91"), today()));
        assert_eq!(typed(OfficeKind::Kelurahan, &on("30", "")).map(|plan| plan.code), Ok(None));
    }
}

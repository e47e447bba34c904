use super::moment::{moved, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, Day, Version};
use crate::features::applications::{Application, Skpwni, policy, store};
use crate::features::letters;
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment};
use crate::server::blobs::{self, Stored};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Notes the SKPWNI that came back from Dukcapil, with its file, which is on the disk already. That
/// completes a move out of the regency.
#[derive(Clone, Debug)]
pub struct ReceiveSkpwni {
    pub id: ApplicationId,
    pub seen: Version,
    pub number: String,
    pub dated: Day,
    pub file: Stored,
}

/// The case, what its letter says of the move, and what is to be kept with it.
pub struct Receiving {
    case: Application,
    leaves_the_regency: bool,
    letter_on: Day,
    new: Option<(Skpwni, Stored)>,
}

impl Act for ReceiveSkpwni {
    type Record = Receiving;
    type Done = ();
    const NAME: ActName = ActName::ReceiveSkpwni;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Receiving, Refusal> {
        let case = store::case_as_seen(scope, self.id, self.seen).await?;
        let letter = case.letter.ok_or(Refusal::Conflict(Code::NotForwarded))?;
        let (stored, frozen) = (letters::stored_letter(scope, letter).await?, letters::frozen_letter(scope, letter).await?);
        let leaves_the_regency = frozen.data.annex.is_some_and(|form| form.leaves_the_regency());
        Ok(Receiving { case, leaves_the_regency, letter_on: stored.letter.issued_on, new: None })
    }

    fn decide(&self, actor: &Actor, receiving: &Receiving) -> Decision {
        policy::decide(actor, Self::NAME, &receiving.case)
    }

    fn apply(&self, receiving: &mut Receiving, cx: &Moment) -> Result<Change<()>, Refusal> {
        if !receiving.leaves_the_regency {
            return Err(Refusal::Conflict(Code::NoSkpwni));
        }
        let (first, last) = (receiving.letter_on, day_at(cx.now, cx.zone()));
        if self.dated < first {
            return Err(Refusal::Invalid(Problems::one("tanggal", ProblemCode::DayTooEarly { first })));
        }
        if self.dated > last {
            return Err(Refusal::Invalid(Problems::one("tanggal", ProblemCode::DayTooLate { last })));
        }
        receiving.case.receive_skpwni(&self.number, stamp(cx))?;
        let skpwni = Skpwni { number: self.number.clone(), dated: self.dated, file: cx.fresh(), at: cx.now };
        receiving.new = Some((skpwni, self.file.clone()));
        Ok(moved(&receiving.case, ()).fields(&["skpwni"]))
    }

    async fn save(receiving: &Receiving, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let case = &receiving.case;
        if let Some((skpwni, file)) = &receiving.new {
            blobs::name_it(scope, skpwni.file, file, Some(case.owner)).await?;
            store::insert_skpwni(scope, case, skpwni).await?;
        }
        store::save(scope, case).await
    }
}

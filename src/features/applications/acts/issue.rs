use serde::{Deserialize, Serialize};

use super::copy_notice::copy_notice;
use super::moment::{carry, moved, service, stamp};
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{ApplicationId, LetterId, PersonName, Version};
use crate::features::applications::{Application, policy, store};
use crate::features::letters::{self, FrozenLetter, Letter, NewLetter, RENDER, Render, Seal, Stage, State, Token};
use crate::features::offices::{KeptProfile, gazetteer, profile, what_is_missing};
use crate::server::act::{Act, Change, Message, Moment, Register};
use crate::server::clock::local;
use crate::server::db::WriteScope;

/// Signs a letter: case and letter in one transaction, the number from the book in that transaction,
/// the code from fresh chance. The paper follows after the commit; the number does not wait for it.
#[derive(Clone, Debug)]
pub struct Issue {
    pub id: ApplicationId,
    pub seen: Version,
    /// SHA-256 of what was read and agreed to.
    pub hash: [u8; 32],
    /// Where the code of the letter is checked: "smartkampung.example".
    pub host: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    pub letter: LetterId,
    pub number: String,
}

/// Everything that signing looks at, and the letter once it is there.
pub struct Signing {
    case: Application,
    kept: KeptProfile,
    /// Whether this head has agreed to what is frozen now.
    agreed: bool,
    letter: Option<NewLetter>,
}

impl Act for Issue {
    type Record = Signing;
    type Done = Issued;
    const NAME: ActName = ActName::Issue;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Signing, Refusal> {
        let case = store::case_as_seen(scope, self.id, self.seen).await?;
        let agreed = store::has_agreed(scope, case.id, self.hash).await?;
        Ok(Signing { case, kept: profile(scope).await?, agreed, letter: None })
    }

    fn decide(&self, actor: &Actor, signing: &Signing) -> Decision {
        policy::decide(actor, Self::NAME, &signing.case)
    }

    fn register(&self, signing: &Signing) -> Option<Register> {
        Some(Register(signing.kept.profile.book(signing.case.service.as_str())))
    }

    fn apply(&self, signing: &mut Signing, cx: &Moment) -> Result<Change<Issued>, Refusal> {
        let letter = self.letter(signing, cx)?;
        signing.case.issue(self.hash, letter.letter.id, stamp(cx))?;
        let id = letter.letter.id;
        let done = Issued { letter: id, number: letter.letter.number.to_string() };
        let moves = letter.frozen.data.annex.is_some();
        let leaves = letter.frozen.data.destination(signing.case.office).is_some();
        signing.letter = Some(letter);
        let render = Message::new(RENDER, id, &Render { letter: id });
        let issued = moved(&signing.case, done).fields(&["state", "letter"]).tell(render);
        let issued = if moves { issued.tell(copy_notice(id, Self::NAME)) } else { issued };
        Ok(if leaves { issued.tell(carry(id, Self::NAME)) } else { issued })
    }

    async fn save(signing: &Signing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save(scope, &signing.case).await?;
        store::forget_agreements(scope, signing.case.id).await?;
        match &signing.letter {
            Some(letter) => letters::insert_letter(scope, letter).await,
            None => Ok(()),
        }
    }
}

impl Issue {
    /// The letter as it is entered in the book.
    ///
    /// # Errors
    /// `Conflict`: `LetterheadIncomplete`, `NotRead`, `SnapshotChanged` when template or head are no
    /// longer those of the approval.
    fn letter(&self, signing: &Signing, cx: &Moment) -> Result<NewLetter, Refusal> {
        let (case, kept) = (&signing.case, &signing.kept);
        let frozen = self.frozen(signing)?;
        let (on, _) = local(cx.now, cx.zone());
        let mut frozen = frozen.dated(on);
        let sequence = cx.number()?.clone();
        let number = kept.profile.number(kept.office, &service(&case.service)?.classification, sequence.value, on);
        let number = number.ok_or(Refusal::Conflict(Code::LetterheadIncomplete))?;
        let token = Token::from_bits(u128::from_be_bytes(cx.random()));
        frozen.data.stage = Stage::Issued { number: number.clone(), token, host: self.host.clone(), seal: Seal::now(cx) };
        let valid_until = frozen.data.valid_until;
        Ok(NewLetter {
            letter: Letter { id: cx.fresh(), number, issued_on: on, valid_until, state: State::Issued, handover: None },
            application: Some(case.id),
            owner: Some(case.owner),
            sequence,
            holder: PersonName::parse(&frozen.data.person.name).map_err(|_| Refusal::Conflict(Code::SnapshotChanged))?,
            signer: frozen.data.signed_by(),
            token,
            frozen,
            at: cx.now,
        })
    }

    /// What was approved, if it may be signed today.
    fn frozen(&self, signing: &Signing) -> Result<FrozenLetter, Refusal> {
        let snapshot = signing.case.snapshot.as_ref().ok_or(Refusal::Conflict(Code::NotAwaitingSignature))?;
        let office = gazetteer().by_code(signing.kept.office).ok_or(Refusal::NotFound)?;
        if !what_is_missing(&signing.kept.profile, office.kind).is_empty() {
            return Err(Refusal::Conflict(Code::LetterheadIncomplete));
        }
        if snapshot.hash != self.hash {
            return Err(Refusal::Conflict(Code::SnapshotChanged));
        }
        if !signing.agreed {
            return Err(Refusal::Conflict(Code::NotRead));
        }
        let frozen = FrozenLetter::read(&snapshot.bytes).ok_or(Refusal::Conflict(Code::SnapshotChanged))?;
        // Who held the post when it was approved need not hold it today.
        let same_head = signing.kept.profile.head.as_ref() == Some(&frozen.data.signer.official);
        if !same_head || frozen.template().is_err() {
            return Err(Refusal::Conflict(Code::SnapshotChanged));
        }
        Ok(frozen)
    }
}

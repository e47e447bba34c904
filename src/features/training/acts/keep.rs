use super::moment::{Held, of_training, today};
use super::remind::moved_up;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{OfficeCode, TrainingId, Version};
use crate::features::training::policy::{self, Facts};
use crate::features::training::{Outline, State, Training, store};
use crate::server::act::{Act, Change, Moment};
use crate::server::db::WriteScope;
use crate::server::slug::slug;

/// Writes down what a training is: a new one, seen by the office alone, or what has changed of one. More seats than
/// before are given to those who wait, in their order.
#[derive(Clone, Debug)]
pub struct KeepTraining {
    pub office: OfficeCode,
    /// Which one, as it was seen; `None` for a new one.
    pub known: Option<(TrainingId, Version)>,
    pub outline: Outline,
}

pub enum Keeping {
    New(Option<Box<Training>>),
    Known(Box<Held>),
}

impl Act for KeepTraining {
    type Record = Keeping;
    type Done = TrainingId;
    const NAME: ActName = ActName::KeepTraining;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Keeping, Refusal> {
        match self.known {
            None => Ok(Keeping::New(None)),
            Some((id, _)) => Ok(Keeping::Known(Box::new(Held::find(scope, id).await?))),
        }
    }

    fn decide(&self, actor: &Actor, _: &Keeping) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, keeping: &mut Keeping, cx: &Moment) -> Result<Change<TrainingId>, Refusal> {
        self.outline.must_hang_together()?;
        let id = match keeping {
            Keeping::New(new) => {
                let id = cx.fresh::<TrainingId>();
                *new = Some(Box::new(Training {
                    id,
                    office: self.office,
                    version: None,
                    slug: slug(&self.outline.title, id),
                    outline: self.outline.clone(),
                    state: State::Draft,
                    next_turn: 1,
                }));
                id
            }
            Keeping::Known(held) => {
                if let Some((_, seen)) = self.known {
                    held.must_be(seen, cx.now)?;
                }
                held.training.change(self.outline.clone(), &held.line, today(cx))?;
                held.moved = held.line.who_moves_up(self.outline.quota);
                held.line = held.line.clone().with_quota(self.outline.quota);
                held.training.id
            }
        };
        let moved = if let Keeping::Known(held) = keeping { held.moved.as_slice() } else { &[] };
        let change = Change::of(of_training(id), id).fields(&["outline"]);
        Ok(moved.iter().fold(change, |change, who| change.tell(moved_up(*who))))
    }

    async fn save(keeping: &Keeping, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match keeping {
            Keeping::New(Some(training)) => store::add_training(scope, training).await,
            Keeping::New(None) => Ok(()),
            Keeping::Known(held) => held.save(scope).await,
        }
    }
}

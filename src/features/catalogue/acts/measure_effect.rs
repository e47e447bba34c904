use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{AccountId, ListingId, TrainingId};
use crate::features::catalogue::effect::{DAYS_AFTER, GRACE, Measured, Owned};
use crate::features::catalogue::policy::{self, Facts};
use crate::features::catalogue::store;
use crate::features::training::{State, Training, store as trainings};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;

/// Notes how complete the shops are whose sellers sit in a training: on the day of its first session, and some days after
/// its last one for those who came. Nobody wishes it: its day has come. Each shop is measured once before and once after,
/// however often the round comes by.
#[derive(Clone, Debug)]
pub struct MeasureEffect {
    pub training: TrainingId,
}

pub struct Measuring {
    training: Training,
    /// Who sits with an account, and whether they were there.
    sellers: Vec<(AccountId, bool)>,
    shops: Vec<Owned>,
    known: Vec<Measured>,
    before: Vec<Measured>,
    after: Vec<(ListingId, u8)>,
}

impl Act for MeasureEffect {
    type Record = Measuring;
    /// How many shops.
    type Done = usize;
    const NAME: ActName = ActName::MeasureEffect;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Measuring, Refusal> {
        let training = trainings::training(scope, self.training).await?;
        let sellers = trainings::accounts_seated(scope, &training).await?;
        let accounts: Vec<AccountId> = sellers.iter().map(|(account, _)| *account).collect();
        let shops = store::owned_shops(scope, &accounts).await?;
        let known = store::measured_of(scope, self.training).await?;
        Ok(Measuring { training, sellers, shops, known, before: Vec::new(), after: Vec::new() })
    }

    fn decide(&self, actor: &Actor, _: &Measuring) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, measuring: &mut Measuring, cx: &Moment) -> Result<Change<usize>, Refusal> {
        let Measuring { training, sellers, shops, known, before, after } = measuring;
        let (today, sessions) = (day_at(cx.now, cx.zone()), &training.outline.sessions);
        let held = matches!(training.state, State::Open | State::Finished);
        let (first, again) = (sessions.first_day(), sessions.last_day().plus_days(DAYS_AFTER));
        for one in shops.iter() {
            match known.iter().find(|known| known.shop == one.shop) {
                None if held && today == first => before.push(Measured {
                    training: training.id,
                    shop: one.shop,
                    topic: training.outline.topic,
                    before: one.quality,
                    after: None,
                }),
                Some(Measured { after: None, .. }) if held && today >= again && today <= again.plus_days(GRACE) => {
                    let came = sellers.iter().any(|(account, came)| *account == one.seller && *came);
                    after.extend(came.then_some((one.shop, one.quality)));
                }
                _ => {}
            }
        }
        match before.len() + after.len() {
            0 => Err(Refusal::NotFound),
            count => Ok(Change::of(Object::new("training", training.id), count).fields(&["effect"])),
        }
    }

    async fn save(measuring: &Measuring, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for one in &measuring.before {
            store::add_measured(scope, one).await?;
        }
        for (shop, after) in &measuring.after {
            store::measure_again(scope, measuring.training.id, *shop, *after).await?;
        }
        Ok(())
    }
}

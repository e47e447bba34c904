use super::answering::mark;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::InstrumentId;
use crate::features::compliance::policy::{self, Facts};
use crate::features::compliance::versions::Edition;
use crate::features::compliance::{Instrument, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Begins a draft of the questions with those of a published version.
#[derive(Clone, Debug)]
pub struct BeginInstrument {
    /// Two numbers make its code: `2027-14`.
    pub year: u32,
    pub number: u32,
    pub base: String,
}

pub struct Beginning {
    taken: Vec<String>,
    base: &'static Instrument,
    new: Option<Edition>,
}

impl BeginInstrument {
    /// The highest number behind a year.
    pub const MOST: u32 = 99;

    pub fn code(&self) -> String {
        [&self.year.to_string(), "-", &self.number.to_string()].concat()
    }
}

impl Act for BeginInstrument {
    type Record = Beginning;
    type Done = ();
    const NAME: ActName = ActName::BeginInstrument;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Beginning, Refusal> {
        let base = store::published_instrument(scope, &self.base).await?;
        Ok(Beginning { taken: store::edition_codes(scope).await?, base, new: None })
    }

    fn decide(&self, actor: &Actor, _: &Beginning) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, record: &mut Beginning, cx: &Moment) -> Result<Change<()>, Refusal> {
        if record.taken.contains(&self.code()) {
            let year = [&self.year.to_string(), "-"].concat();
            let numbers = record.taken.iter().filter_map(|code| code.strip_prefix(&year)?.parse::<i64>().ok());
            let min = numbers.max().unwrap_or_default() + 1;
            return Err(Refusal::Invalid(Problems::one("angka", ProblemCode::TooSmall { min })));
        }
        let id = cx.fresh::<InstrumentId>();
        record.new = Some(Edition::begun(id, self.code(), record.base, mark(cx)?));
        Ok(Change::of(Object::new("instrument", id), ()).fields(&["code", "base"]))
    }

    async fn save(record: &Beginning, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match &record.new {
            Some(edition) => store::add_edition(scope, edition).await,
            None => Ok(()),
        }
    }
}

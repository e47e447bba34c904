//! Going through the shelves: begun once, added to by any number of phones, ended once.

use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{CopyId, OfficeCode, StocktakeId};
use crate::features::library::policy::{self, Facts};
use crate::features::library::{Stocktake, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// As many as a page of the shelf list has.
const MOST_AT_ONCE: usize = 50;
/// Labels that belong to nothing here. Whoever reads more of them stands in another library.
const MOST_STRAYS: u64 = 200;
/// Of a label that is none.
pub const LONGEST_LABEL: usize = 40;

fn of_stocktake(id: StocktakeId) -> Object {
    Object::new("library_stocktake", id)
}

/// Begins to go through all shelves.
#[derive(Clone, Debug)]
pub struct BeginStocktake {
    pub office: OfficeCode,
}

impl Act for BeginStocktake {
    type Record = Option<Stocktake>;
    type Done = StocktakeId;
    const NAME: ActName = ActName::BeginStocktake;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Option<Stocktake>, Refusal> {
        store::open_stocktake(scope).await
    }

    fn decide(&self, actor: &Actor, _: &Option<Stocktake>) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, stocktake: &mut Option<Stocktake>, cx: &Moment) -> Result<Change<StocktakeId>, Refusal> {
        if stocktake.is_some() {
            return Err(Refusal::Conflict(Code::StocktakeOpen));
        }
        let id = cx.fresh::<StocktakeId>();
        *stocktake = Some(Stocktake::begun(id, cx.now));
        Ok(Change::of(of_stocktake(id), id).fields(&["begun_at"]))
    }

    async fn save(stocktake: &Option<Stocktake>, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        match stocktake {
            Some(new) => store::begin_stocktake(scope, new).await,
            None => Ok(()),
        }
    }
}

/// These copies are there. Whoever counts one that another phone has counted changes nothing.
#[derive(Clone, Debug)]
pub struct CountCopies {
    pub stocktake: StocktakeId,
    pub copies: Vec<CopyId>,
}

pub struct Counting {
    stocktake: Stocktake,
    new: Vec<CopyId>,
}

impl Act for CountCopies {
    type Record = Counting;
    /// How many of them nobody had counted.
    type Done = u32;
    const NAME: ActName = ActName::CountCopies;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Counting, Refusal> {
        let stocktake = store::stocktake_shared(scope, self.stocktake).await?;
        let known = store::counted_among(scope, self.stocktake, &self.copies).await?;
        let here = store::copies(scope, &self.copies).await?;
        let mut new: Vec<CopyId> = here.iter().map(|copy| copy.id).filter(|id| !known.contains(id)).collect();
        new.sort_unstable();
        if self.copies.iter().any(|id| here.iter().all(|copy| copy.id != *id)) {
            return Err(Refusal::NotFound);
        }
        Ok(Counting { stocktake, new })
    }

    fn decide(&self, actor: &Actor, _: &Counting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, counting: &mut Counting, _: &Moment) -> Result<Change<u32>, Refusal> {
        counting.stocktake.must_be_open()?;
        if self.copies.len() > MOST_AT_ONCE {
            return Err(Refusal::Invalid(Problems::one("ada", ProblemCode::TooMany { max: MOST_AT_ONCE as u32 })));
        }
        let number = u32::try_from(counting.new.len()).unwrap_or(u32::MAX);
        Ok(Change::of(of_stocktake(self.stocktake), number).fields(&["copies"]))
    }

    async fn save(counting: &Counting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::add_counted(scope, counting.stocktake.id, &counting.new).await
    }
}

/// A label was read that belongs to no copy here: kept, so that somebody looks into it.
#[derive(Clone, Debug)]
pub struct NoteStray {
    pub stocktake: StocktakeId,
    pub label: String,
}

pub struct Noting {
    stocktake: Stocktake,
    known: bool,
    noted: u64,
    label: String,
}

impl Act for NoteStray {
    type Record = Noting;
    type Done = ();
    const NAME: ActName = ActName::NoteStray;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Noting, Refusal> {
        let stocktake = store::stocktake_shared(scope, self.stocktake).await?;
        let (known, noted) = store::stray_known(scope, self.stocktake, &self.label).await?;
        Ok(Noting { stocktake, known, noted, label: self.label.clone() })
    }

    fn decide(&self, actor: &Actor, _: &Noting) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, noting: &mut Noting, _: &Moment) -> Result<Change<()>, Refusal> {
        noting.stocktake.must_be_open()?;
        let wrong = |code| Err(Refusal::Invalid(Problems::one("label", code)));
        if self.label.trim().is_empty() {
            return wrong(ProblemCode::Missing);
        }
        if self.label.chars().count() > LONGEST_LABEL {
            return wrong(ProblemCode::TooLong { max: LONGEST_LABEL as u32 });
        }
        if !noting.known && noting.noted >= MOST_STRAYS {
            return wrong(ProblemCode::TooMany { max: MOST_STRAYS as u32 });
        }
        Ok(Change::of(of_stocktake(self.stocktake), ()).fields(&["strays"]))
    }

    async fn save(noting: &Noting, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        if noting.known {
            return Ok(());
        }
        store::add_stray(scope, noting.stocktake.id, &noting.label).await
    }
}

/// All shelves were gone through: what was not seen is missing.
#[derive(Clone, Debug)]
pub struct EndStocktake {
    pub stocktake: StocktakeId,
}

impl Act for EndStocktake {
    type Record = Stocktake;
    type Done = ();
    const NAME: ActName = ActName::EndStocktake;

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Stocktake, Refusal> {
        store::stocktake_held(scope, self.stocktake).await
    }

    fn decide(&self, actor: &Actor, _: &Stocktake) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, stocktake: &mut Stocktake, cx: &Moment) -> Result<Change<()>, Refusal> {
        stocktake.end(cx.now)?;
        Ok(Change::of(of_stocktake(self.stocktake), ()).fields(&["ended_at"]))
    }

    async fn save(stocktake: &Stocktake, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        store::save_stocktake(scope, stocktake).await
    }
}

use super::moment::today;
use crate::access::{ActName, Actor, Decision, Refusal};
use crate::domain::{CopyId, OfficeCode, TitleId};
use crate::features::library::label::{On, label};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::Library;
use crate::features::library::{Copy, CopyPlace, Reservation, serve, store};
use crate::forms::{ProblemCode, Problems};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::db::WriteScope;

/// Nobody buys more of one title at once.
pub const MOST_AT_ONCE: u32 = 50;

/// Adds copies of a title that the regency knows. Whoever waits for it here is served.
#[derive(Clone, Debug)]
pub struct AddCopies {
    pub office: OfficeCode,
    pub title: TitleId,
    pub copies: u32,
    pub shelf: String,
}

/// New copies of one title, and whom they serve.
pub struct Adding {
    library: Library,
    line: Vec<Reservation>,
    served: usize,
    copies: Vec<Copy>,
}

impl Adding {
    /// # Errors
    /// `Busy` or `Internal` of the database.
    pub async fn nothing_yet(scope: &WriteScope<'_>) -> Result<Self, Refusal> {
        Ok(Self { library: store::library_held(scope).await?, line: Vec::new(), served: 0, copies: Vec::new() })
    }

    /// # Errors
    /// `Invalid` for none, or for more than a shelf takes.
    pub fn add(&mut self, title: TitleId, number: u32, shelf: &str, cx: &Moment) -> Result<(), Refusal> {
        let wrong = |code| Err(Refusal::Invalid(Problems::one("eksemplar", code)));
        match number {
            0 => return wrong(ProblemCode::TooSmall { min: 1 }),
            1..=MOST_AT_ONCE => {}
            _ => return wrong(ProblemCode::TooLarge { max: MOST_AT_ONCE.into() }),
        }
        let mut line = self.line.iter_mut();
        for more in 0..number {
            let mut copy = Copy {
                id: cx.fresh::<CopyId>(),
                version: None,
                title,
                code: label(self.library.office, On::Copy, self.library.next_copy + i64::from(more)),
                shelf: shelf.to_owned(),
                place: CopyPlace::Shelf,
                guest: None,
            };
            if serve(&mut copy, line.next(), &self.library.rules, today(cx))? != 0 {
                self.served += 1;
            }
            self.copies.push(copy);
        }
        Ok(())
    }

    /// # Errors
    /// `Busy` when another took a number: the act runs again.
    pub async fn save(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let (library, Some(first)) = (&self.library, self.copies.first()) else { return Ok(()) };
        let number = i64::try_from(self.copies.len()).unwrap_or(i64::MAX);
        store::begin(scope, library).await?;
        store::number_copies(scope, library.next_copy, library.next_copy + number).await?;
        store::add_copies(scope, &self.copies).await?;
        for reservation in &self.line[..self.served] {
            store::save_reservation(scope, reservation).await?;
        }
        let fewer_wait = -i64::try_from(self.served).unwrap_or(0);
        store::settle(scope, first.title, fewer_wait).await
    }
}

impl Act for AddCopies {
    type Record = Adding;
    type Done = ();
    const NAME: ActName = ActName::AddCopies;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Adding, Refusal> {
        store::title(scope, self.title).await?;
        store::corner_held(scope, self.title).await?;
        let line = store::next_in_line(scope, self.title, self.copies.min(MOST_AT_ONCE).into()).await?;
        Ok(Adding { line, ..Adding::nothing_yet(scope).await? })
    }

    fn decide(&self, actor: &Actor, _: &Adding) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    fn apply(&self, adding: &mut Adding, cx: &Moment) -> Result<Change<()>, Refusal> {
        adding.add(self.title, self.copies, &self.shelf, cx)?;
        Ok(Change::of(Object::new("library_title", self.title), ()).fields(&["copies"]))
    }

    async fn save(adding: &Adding, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        adding.save(scope).await
    }
}

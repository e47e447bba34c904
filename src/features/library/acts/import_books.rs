use std::collections::{BTreeSet, HashMap};

use super::moment::today;
use crate::access::{ActName, Actor, Code, Decision, Refusal};
use crate::domain::{CopyId, Day, OfficeCode, TitleId};
use crate::features::library::label::{On, label, number_of};
use crate::features::library::policy::{self, Facts};
use crate::features::library::store::{Known, Library};
use crate::features::library::table::{Judged, NewCopies, Of, isbns, judge};
use crate::features::library::{Copy, CopyPlace, Reservation, Title, serve, store};
use crate::server::act::{Act, Change, Moment, Object};
use crate::server::clock::day_at;
use crate::server::db::WriteScope;
use crate::server::sandbox::SheetRow;

/// Writes all that a file of books says: new titles and copies, what is said anew, other shelves. All of it or
/// nothing. Whoever waits for a title is served from its new copies.
#[derive(Clone, Debug)]
pub struct ImportBooks {
    pub office: OfficeCode,
    pub rows: Vec<SheetRow>,
    /// [`Judged::mark`] of what was looked at.
    pub seen: String,
}

pub struct Importing {
    library: Library,
    judged: Judged,
    /// Who waits for which title, in their order; the first of them are served.
    lines: HashMap<TitleId, Vec<Reservation>>,
    served: HashMap<TitleId, usize>,
    titles: Vec<(TitleId, Title)>,
    corrected: Vec<Known>,
    moved: Vec<Copy>,
    copies: Vec<Copy>,
    next_copy: i64,
}

impl Act for ImportBooks {
    type Record = Importing;
    /// How many copies are new.
    type Done = u32;
    const NAME: ActName = ActName::ImportBooks;

    fn office(&self) -> Option<OfficeCode> {
        Some(self.office)
    }

    async fn find(&self, scope: &WriteScope<'_>) -> Result<Importing, Refusal> {
        let waiting = store::hold_corners(scope).await?;
        let library = store::library_held(scope).await?;
        let shelves = store::shelves(scope, &isbns(&self.rows)).await?;
        let judged = judge(&self.rows, &shelves, day_at(scope.now(), scope.db().zone()));
        let mut wanted: HashMap<TitleId, u64> = HashMap::new();
        for row in &judged.copies {
            if let Of::Known(title) = row.of {
                *wanted.entry(title).or_default() += u64::from(row.number);
            }
        }
        let mut lines = HashMap::new();
        for (title, copies) in wanted {
            if waiting.get(&title).is_some_and(|waiting| *waiting > 0) {
                lines.insert(title, store::next_in_line(scope, title, copies).await?);
            }
        }
        let next_copy = library.next_copy;
        let (titles, corrected, moved, copies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Ok(Importing { library, judged, lines, served: HashMap::new(), titles, corrected, moved, copies, next_copy })
    }

    fn decide(&self, actor: &Actor, _: &Importing) -> Decision {
        policy::decide(actor, Self::NAME, Facts::default())
    }

    /// Whatever is another than it was when it was looked at was changed by somebody who was faster: nothing is
    /// written.
    fn apply(&self, importing: &mut Importing, cx: &Moment) -> Result<Change<u32>, Refusal> {
        let judged = std::mem::take(&mut importing.judged);
        if !judged.faults.is_empty() || judged.mark() != self.seen {
            return Err(Refusal::Stale { by: None, at: cx.now });
        }
        if !judged.writes() {
            return Err(Refusal::Conflict(Code::NothingChanged));
        }
        importing.titles = judged.titles.into_iter().map(|new| (cx.fresh::<TitleId>(), new.title)).collect();
        importing.corrected = judged.corrected.into_iter().map(|(_, known, title)| Known { title, ..known }).collect();
        importing.moved = judged.moved.into_iter().map(|(_, copy, shelf)| Copy { shelf, ..copy }).collect();
        // Labels that there are already come first: new numbers begin behind all of them.
        let printed = judged.copies.iter().filter_map(|row| number_of(row.code.as_deref()?, On::Copy));
        importing.next_copy = printed.map(|number| number + 1).fold(importing.library.next_copy, i64::max);
        for row in &judged.copies {
            importing.add(row, self.office, today(cx), cx)?;
        }
        let number = u32::try_from(importing.copies.len()).unwrap_or(u32::MAX);
        let id = u128::try_from(self.office.number()).unwrap_or_default();
        Ok(Change::of(Object { kind: "library", id }, number).fields(&["titles", "copies"]))
    }

    async fn save(importing: &Importing, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        let Importing { library, titles, corrected, moved, copies, .. } = importing;
        for (id, title) in titles {
            // Another library was faster with the same number: the act runs again, and finds it.
            store::add_title(scope, *id, title).await.map_err(|refusal| match refusal {
                Refusal::Conflict(Code::TitleKnown) => Refusal::Busy,
                other => other,
            })?;
        }
        for known in corrected {
            store::save_title(scope, known).await?;
        }
        for copy in moved {
            store::save_copy(scope, copy).await?;
        }
        if copies.is_empty() {
            return Ok(());
        }
        store::begin(scope, library).await?;
        store::number_copies(scope, library.next_copy, importing.next_copy).await?;
        store::add_copies(scope, copies).await?;
        importing.settle(scope).await
    }
}

impl Importing {
    fn add(&mut self, row: &NewCopies, office: OfficeCode, today: Day, cx: &Moment) -> Result<(), Refusal> {
        let title = match row.of {
            Of::Known(title) => title,
            Of::New(place) => self.titles.get(place).map(|(id, _)| *id).ok_or(Refusal::NotFound)?,
        };
        for _ in 0..row.number {
            let code = row.code.clone().unwrap_or_else(|| {
                self.next_copy += 1;
                label(office, On::Copy, self.next_copy - 1)
            });
            let (id, shelf) = (cx.fresh::<CopyId>(), row.shelf.clone());
            let mut copy = Copy { id, version: None, title, code, shelf, place: CopyPlace::Shelf, guest: None };
            let served = self.served.entry(title).or_default();
            let next = self.lines.get_mut(&title).and_then(|line| line.get_mut(*served));
            if serve(&mut copy, next, &self.library.rules, today)? != 0 {
                *served += 1;
            }
            self.copies.push(copy);
        }
        Ok(())
    }

    /// What everybody sees of each title that has more copies now.
    async fn settle(&self, scope: &WriteScope<'_>) -> Result<(), Refusal> {
        for (title, line) in &self.lines {
            for reservation in line.iter().take(self.served.get(title).copied().unwrap_or_default()) {
                store::save_reservation(scope, reservation).await?;
            }
        }
        let titles: BTreeSet<TitleId> = self.copies.iter().map(|copy| copy.title).collect();
        for title in titles {
            let served = self.served.get(&title).copied().unwrap_or_default();
            store::settle(scope, title, -i64::try_from(served).unwrap_or_default()).await?;
        }
        Ok(())
    }
}

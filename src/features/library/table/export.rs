use super::columns::{cells_of, columns};
use crate::features::library::store::Shelves;
use crate::features::library::{Copy, CopyPlace, Title};

/// A row for each copy that is there, by title, so that another library with the same books writes the same rows.
pub fn table(shelves: &Shelves) -> Vec<Vec<String>> {
    let there = shelves.copies.iter().filter(|copy| !matches!(copy.place, CopyPlace::Gone { .. }));
    let titled = |copy| shelves.title(copy).map(|known| (copy, &known.title));
    let mut rows: Vec<(&Copy, &Title)> = there.filter_map(titled).collect();
    // The 9th before the 10th.
    rows.sort_by_key(|(copy, title)| (&title.name, &title.authors, title.year, title.isbn, copy.code.len(), &copy.code));
    let heads = columns().map(|column| column.head.to_owned()).collect();
    std::iter::once(heads).chain(rows.into_iter().map(|(copy, title)| cells_of(copy, title))).collect()
}

mod drawing;
mod shelf;

pub use shelf::{
    CorrectionPage, CounterPage, LabelsPage, LibraryRulesPage, NewTitlePage, ReaderCardPage, ReaderPage, ReadersPage, ShelfTitlePage,
    TitlesPage,
};

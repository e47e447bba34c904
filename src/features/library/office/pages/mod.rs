mod drawing;
mod shelf;

pub use shelf::{
    CorrectionPage, CounterPage, ImportBooksPage, LabelsPage, LibraryRulesPage, NewTitlePage, ReaderCardPage, ReaderPage, ReadersPage,
    ShelfTitlePage, StocktakePage, StocktakeResultPage, TitlesPage,
};

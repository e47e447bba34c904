mod drawing;
mod shelf;

pub use shelf::{
    ClubPage, CorrectionPage, CounterPage, ImportBooksPage, InterloansPage, LabelsPage, LibraryRulesPage, NewTitlePage, ReaderCardPage,
    ReaderPage, ReadersPage, SheetsPage, ShelfTitlePage, StocktakePage, StocktakeResultPage, TitlesPage,
};

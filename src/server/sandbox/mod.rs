//! Work on bytes from outside, in child processes of the same binary that cannot open a file, reach
//! a network or live longer than seconds: a picture becomes a clean picture, a template with its
//! answers becomes a PDF, a spreadsheet becomes its cells. The only room that starts processes.

mod camera;
mod card;
mod card_child;
mod child;
mod fence;
mod fonts;
mod letter;
mod letter_child;
mod letters;
mod mark_child;
mod page_world;
mod picture;
mod picture_child;
mod picture_kind;
mod probe;
mod process;
mod sheet;
mod sheet_child;
mod show;
mod show_child;
mod start;
mod wire;

pub use card::Card;
pub use child::{Kind, child_main};
pub use fonts::FONT_LICENCES;
pub use letter::{LetterJob, LetterRefusal, MOST_PAGES, Pdf};
pub use picture::{CleanPicture, Limits, PictureRefusal};
pub use picture_kind::{Found, PictureKind, picture_kind};
pub use probe::{Inspection, Landlock};
pub use sheet::{SheetLimits, SheetRefusal, SheetRow};
#[cfg(test)]
pub use sheet_child::read_cells;
pub use show::{SIDES, ShownFormat, ShownPicture, shown_file};
pub use start::Sandbox;

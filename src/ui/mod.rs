//! What two features would both draw, and the only two ways a page talks to the server: [`load`]
//! reads, [`Form`] writes.

mod digest;
#[cfg(not(feature = "ssr"))]
pub mod dom;
mod done;
mod drawing;
mod failure;
#[cfg(feature = "ssr")]
mod finder;
mod form;
mod icon;
mod keys;
mod layout;
mod load;
mod near;
#[cfg(feature = "ssr")]
mod none;
mod offline;
mod page_head;
mod print;
mod qr;
mod strokes;
mod told;
mod wire;

pub use digest::digest_of_chosen;
pub use done::done_view;
pub use drawing::{Drawing, drawing_view};
pub use failure::{NotFoundPage, failure_view};
pub use form::{
    Cell, Choices, DateField, FileField, FileForm, Form, FormState, GoneRow, SchemaFields, Select, Submit, TextArea, TextField, TextKind,
    Tick, key_field, was_refused,
};
pub use icon::{Icon, NamedIcon};
pub use keys::{KeyHints, along_the_column};
pub use layout::{
    Frame, FrameCounts, KecamatanLayout, OfficeLayout, OfficeTab, PublicLayout, RegencyLayout, RegencyTab, ResidentLayout, ResidentTab,
};
pub use load::{Ask, load};
pub use near::{HereButton, NearButton};
pub use offline::OfflinePage;
pub use page_head::{Canonical, FeedLink, PageHead, ShareHead, data_view};
pub use print::PrintButton;
pub use qr::{QrView, qr_view};
pub use strokes::after_strokes;
pub use told::{CountView, MarkView, NoteView, Way, back_view, count, counts_view, mark, mark_view, note, note_view, way};
pub use wire::{
    Next, Read, Redraw, SAY_IN, Visitor, drawn_for, encode_pair, from_json, provide_redraw, read, use_redraw, use_visitor, use_words,
};

#[cfg(feature = "ssr")]
pub use finder::{FinderFigure, PickFigure, TickFigure, chosen, finder_view, picks_view};
#[cfg(feature = "ssr")]
pub use form::{PlainForm, form_examples};
#[cfg(feature = "ssr")]
pub use none::{NoneFigure, none_view};

//! The gallery of the look: every part of it in every state, drawn by the server with the components
//! and the stylesheet of the pages, and only in a demonstration. It is no page of the app, so that no
//! visitor's browser code holds a byte of it. One file a group; fields stand beside their components.

mod buttons;
mod colours;
mod group;
mod icons;
mod lists;
mod page;
mod paper;
mod photos;
mod state;
mod tables;
mod words;

pub use page::{OFFICE, PUBLIC, REGENCY, RESIDENT, gallery};

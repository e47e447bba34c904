//! What people do here, a folder each. Which may use which: `docs/architecture.md`.

pub mod letters;

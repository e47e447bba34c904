//! The story of a letter.

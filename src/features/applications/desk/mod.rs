//! The office's side of a case: queue, case, signing, book.

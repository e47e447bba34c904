//! Whole-program tests: one binary, a module each.

mod budget;
mod durability;
mod http;
mod sandbox;
mod support;

//! Whole-program tests: one binary, a module each.

mod architecture;
mod budget;
mod durability;
mod http;
mod issuing;
mod letters;
mod look;
mod sandbox;
mod support;
mod uploads;

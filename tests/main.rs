//! Whole-program tests: one binary, a module each.

mod access_matrix;
mod annexes;
mod architecture;
mod bad_input;
mod budget;
mod canary;
mod coming_in;
mod desk;
mod drafts;
mod dumped;
mod durability;
mod gone;
mod http;
mod issuing;
mod letters;
mod look;
mod market;
mod moving;
mod sandbox;
mod sent_again;
mod signing;
mod skpwni;
mod starting;
mod support;
mod uploads;
mod watching;

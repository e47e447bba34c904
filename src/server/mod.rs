//! Everything that only a server has: sockets, disks, clocks, keys. One room each.

pub mod act;
pub mod audit;
pub mod clock;
pub mod db;
pub mod incident;
pub mod outbox;
pub mod seal;
#[cfg(test)]
pub mod testing;

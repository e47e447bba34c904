//! Everything that only a server has: sockets, disks, clocks, keys. One room each.

pub mod clock;
pub mod seal;
#[cfg(test)]
pub mod testing;

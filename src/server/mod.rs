//! Everything that only a server has: sockets, disks, clocks, keys. One room each.

pub mod access_log;
pub mod act;
pub mod audit;
pub mod backup;
pub mod blobs;
pub mod clock;
pub mod config;
pub mod db;
pub mod engine;
pub mod http;
pub mod incident;
pub mod likeness;
pub mod linked_data;
pub mod outbox;
pub mod qr;
pub mod sandbox;
pub mod seal;
pub mod session;
pub mod slug;
pub mod spelling;
pub mod telemetry;
#[cfg(test)]
pub mod testing;
pub mod when;

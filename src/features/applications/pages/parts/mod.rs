mod consent;
mod discard;
mod promise;
mod repair;
mod skpwni;
mod steps;
mod timeline;
mod transfer;

pub use consent::consent_view;
pub use discard::discard_view;
pub use promise::promise_view;
pub use repair::repair_view;
pub use skpwni::skpwni_view;
pub use steps::steps_view;
pub use timeline::timeline_view;
pub use transfer::transfer_view;

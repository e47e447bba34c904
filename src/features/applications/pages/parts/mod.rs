mod discard;
mod repair;
mod steps;
mod timeline;

pub use discard::discard_view;
pub use repair::repair_view;
pub use steps::steps_view;
pub use timeline::timeline_view;

mod item;
pub mod parts;
mod queue;
mod visit;

pub use item::ReviewItemPage;
pub use queue::ReviewQueuePage;
pub use visit::VisitPage;

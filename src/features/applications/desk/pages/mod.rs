mod case;
mod parts;
mod queue;
mod register;
mod settings;
mod sign;
mod slip;
mod today;

pub use case::DeskCasePage;
pub use queue::QueuePage;
pub use register::RegisterPage;
pub use settings::SettingsPage;
pub use sign::SignPage;
pub use slip::SlipPage;
pub use today::today_view;

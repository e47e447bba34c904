mod begin_register;
mod choose_pilot;
mod keep_profile;

pub use begin_register::BeginRegister;
pub use choose_pilot::ChoosePilot;
pub use keep_profile::KeepProfile;

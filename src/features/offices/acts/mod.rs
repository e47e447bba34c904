mod begin_register;
mod keep_profile;

pub use begin_register::BeginRegister;
pub use keep_profile::KeepProfile;

use std::sync::Arc;

use super::otp::OtpGateway;
use crate::server::db::Db;

/// What signing in needs: the database, how codes reach people, and which cookies to use.
#[derive(Clone)]
pub struct Doors {
    pub db: Db,
    pub gateway: Arc<dyn OtpGateway>,
    /// The public address is https: cookies are for TLS only.
    pub secure: bool,
    /// A demonstration: many people sign in as the same few, and a code costs nothing.
    pub demo: bool,
}

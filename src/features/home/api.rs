use leptos::prelude::*;

use crate::access::Refusal;
use crate::features::accounts::OfficesView;
use crate::features::applications::TodayView;

/// How much waits at the office, and what comes first.
#[server(prefix = "/api", endpoint = "desk/today")]
pub async fn read_today() -> Result<TodayView, Refusal> {
    let (db, actor) = crate::server::session::asking()?;
    super::read::today(&crate::features::applications::desk_of(&db, &actor)?).await
}

/// All offices, for the administrator.
#[server(prefix = "/api", endpoint = "accounts_regency/offices")]
pub async fn read_offices() -> Result<OfficesView, Refusal> {
    let (db, standing) = (crate::server::db::given()?, crate::server::session::standing()?);
    super::read::offices(&db, &standing).await
}

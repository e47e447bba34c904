use leptos::prelude::*;

use super::views::{ServiceView, ServicesView};
use crate::access::Refusal;

/// All services of an office.
#[server(prefix = "/api", endpoint = "services/list")]
pub async fn read_services() -> Result<ServicesView, Refusal> {
    Ok(super::sheet::services(crate::ui::use_visitor().lang))
}

/// One service, before applying for it.
#[server(prefix = "/api", endpoint = "services/sheet")]
pub async fn read_service(kode: String) -> Result<ServiceView, Refusal> {
    let code = kode.parse().map_err(|_| Refusal::NotFound)?;
    let now = crate::server::db::given()?.clock().now();
    super::sheet::service(&code, crate::ui::use_visitor().lang, now).ok_or(Refusal::NotFound)
}

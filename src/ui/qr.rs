use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A QR code as one path of unit squares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrView {
    pub size: u32,
    pub path: String,
}

/// A QR code with the white margin of four modules that scanners need.
pub fn qr_view(qr: &QrView, label: String) -> AnyView {
    let side = qr.size + 8;
    let frame = format!("-4 -4 {side} {side}");
    let ground = format!("M-4 -4h{side}v{side}h-{side}z");
    view! {
        <svg class="qr" viewBox=frame role="img" aria-label=label width="220" height="220" shape-rendering="crispEdges">
            <path fill="#fff" d=ground></path>
            <path d=qr.path.clone()></path>
        </svg>
    }
    .into_any()
}

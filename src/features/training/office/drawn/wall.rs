use leptos::prelude::*;

use crate::ui::QrView;

/// What stands on the wall.
pub struct WallFigure {
    /// "048 213"
    pub code: String,
    pub qr: QrView,
    /// Where the code is typed, for who has no camera.
    pub page: String,
}

/// Code and QR code as pictures that grow with the screen: the largest letters of the house would not be read from
/// the last row.
pub fn wall(figure: WallFigure) -> String {
    let WallFigure { code, qr, page } = figure;
    let side = qr.size + 8;
    let label = ["Kode ", &code].concat();
    view! {
        <div class="cols" data-two="">
            <div class="flow">
                <svg class="chart" viewBox="0 0 100 40" role="img" aria-label=label>
                    <text x="50" y="28" font-size="20" font-weight="700" text-anchor="middle">{code}</text>
                </svg>
                <p class="lede">"Pindai kode QR, atau buka " <b>{page}</b> " dan ketik kodenya."</p>
                <p>"Kode berganti setiap 15 detik dan berlaku paling lama 30 detik."</p>
            </div>
            <svg class="chart" viewBox=format!("-4 -4 {side} {side}") role="img" aria-label="Kode QR untuk mencatat kehadiran" shape-rendering="crispEdges">
                <path fill="#fff" d=format!("M-4 -4h{side}v{side}h-{side}z")></path>
                <path d=qr.path></path>
            </svg>
        </div>
    }
    .into_any()
    .to_html()
}

/// Why there is no code.
pub fn closed(sentence: String) -> String {
    view! { <div class="empty" role="status"><b>{sentence}</b></div> }.into_any().to_html()
}

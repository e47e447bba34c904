mod campaign;
mod figures;
mod list;
mod steps;

pub use campaign::CampaignPage;
pub use list::CampaignsPage;
pub use steps::factor_view;

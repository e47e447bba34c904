//! Campaigns: opened for some offices, watched while they answer, closed and made public.

mod api;
pub mod pages;
mod views;

#[cfg(feature = "ssr")]
mod chart;
#[cfg(feature = "ssr")]
mod doors;
#[cfg(feature = "ssr")]
pub mod figures;
#[cfg(feature = "ssr")]
pub mod read;

pub use api::{GiveOffice, LockIt, PublishIt, ReadCampaign, ReadCampaigns, WriteCampaign};
pub use views::{
    CampaignRow, CampaignView, CampaignsView, GiveView, GroupView, ItemLine, KecamatanLine, LateView, OfficeRow, OpenView, OrphanRow,
    ReviewerLine, StepView, TabView, VisitLine,
};

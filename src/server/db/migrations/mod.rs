//! The schema, one step a file. A step only adds (expand); what it replaces goes one release later.
//!
//! A feature adds its step as a file here and as a line at the end of this list. A step that has been
//! released never changes.

mod ddl;
#[macro_use]
mod steps;

pub use ddl::{Reads, Table};
pub use steps::Schema;
#[cfg(test)]
pub(in crate::server) use steps::create;
pub(super) use steps::{all_missing, missing, run};

steps! {
    m20261124_01_audit
    m20261124_02_idempotency
    m20261124_03_counter
    m20261124_04_outbox
    m20261124_05_blob
    m20261124_10_account
    m20261124_11_session
    m20261124_12_access_log
    m20261124_20_office_profile
    m20261124_21_letter
    m20261125_01_application
    m20261125_20_desk
    m20261125_30_pilot
    m20261125_40_letter_annex
    m20261126_40_transfer
    m20261127_10_copy_notice
    m20261127_20_skpwni
    m20261127_30_listing
    m20261128_10_letter_next
    m20261128_10_unsent_transfer
    m20261128_20_card_index
    m20261129_10_market_click
    m20261129_10_market_search
    m20261129_20_market_place
    m20261129_30_seller_link
    m20261129_40_market_look
    m20261129_50_compliance
    m20261129_60_instruments
    m20261129_62_seat_told
    m20261129_63_plans
    m20261129_64_permit_reminder
    m20261129_70_library
    m20261129_80_stocktake
    m20261129_80_training
    m20261129_90_certificate
    m20261129_91_shop_skill
    m20261129_92_training_effect
    m20261129_93_training_told
    m20261129_94_training_file
    m20261129_95_interloan
    m20261129_96_loan_reminder
    m20261130_10_staff_first
    m20261130_20_reading_club
    m20261130_30_cover
    m20261130_40_book_file
    m20261130_50_reader_about
    m20261130_97_reviewer_moves
}

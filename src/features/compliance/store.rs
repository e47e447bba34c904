//! Campaigns, answers and what photos are known by, in the database. Every function begins at a scope; rows
//! stay inside.

mod assessments;
mod campaigns;
mod editions;
mod figures;
mod homes;
mod marks;
mod plans;
mod results;
mod revisions;
mod seats;

pub use assessments::{assessment, assessment_of, assessments_in, begun, save};
pub use campaigns::{
    add_campaign, campaign, campaign_before, campaign_known, campaign_of_office, campaigns, public_campaign, save_campaign,
};
pub use editions::{add_edition, edition, edition_codes, edition_known, editions, published_instrument, save_edition};
pub use figures::{figures, note_figures, noted_on};
pub use homes::{Moving, home_of, homes, keep_home, moves, moving};
pub use marks::{add_mark, forget_mark, likenesses_since, marks, used};
pub use plans::{next_steps, plan, plans, plans_of, save_plan};
pub use results::public_result;
pub use revisions::{public_campaigns_on, public_result_in, public_seats_of_office_on, public_seats_on};
pub use seats::{
    Standing, add_seats, give_second, newest_seat, offices_in, public_seats, public_seats_of_office, publish_seats, reassign, seat,
    seat_known, seats, seats_of_reviewer, waiting, write_standing,
};

use crate::access::Refusal;
use crate::server::incident;

fn broken(what: &'static str) -> Refusal {
    incident::report(what, &"compliance")
}

//! Tables of the review. `assessment` is the office's own record; the others belong to the regency, which
//! opens the campaigns.

pub mod moves;
pub mod plans;

pub mod assessment {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assessment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub office_id: i64,
        /// The campaign's.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        /// JSON of the answers (P1: an office says what it has; no question is about a person).
        pub body: String,
        pub changed_by: Option<Uuid>,
        /// Microseconds UTC, like every moment here.
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod campaign {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "campaign")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub version: i64,
        pub name: String,
        /// The code of a version of the questions.
        pub instrument: String,
        /// Days since 1970-01-01.
        pub opens: i64,
        pub closes: i64,
        pub state: String,
        pub published_at: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// An office in a campaign: who reviews it, and how far it is. Written in every transaction that changes its
/// assessment, so that a queue or a list of 217 offices reads no answer.
pub mod seat {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "campaign_seat")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: Uuid,
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        pub reviewer: Uuid,
        /// Who hears objections, since the first one.
        pub second: Option<Uuid>,
        pub answered: i64,
        pub waiting: i64,
        pub returned: i64,
        pub accepted: i64,
        pub points: i64,
        /// Hundredths of a per cent.
        pub value: i64,
        pub class: String,
        pub passed: bool,
        /// Since when something waits for a reviewer.
        pub waits_since: Option<i64>,
        /// Of the first time.
        pub submitted_at: Option<i64>,
        /// One digit an item: accepted with 0, 1 or 2, `-` for none yet.
        pub verdicts: String,
        /// While the campaign is public.
        pub published: bool,
        /// 0 until it is corrected after its publication.
        pub revision: i64,
        pub changed_at: i64,
        /// One sign an item: what the office gives itself. Empty before this was kept.
        pub claims: String,
        /// Photos with a doubt.
        pub doubts: i64,
        /// Verdicts at which somebody looked again, and those that stayed the same.
        pub looked: i64,
        pub same: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What everybody reads of an office once the campaign is public.
pub mod result {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "campaign_result")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: Uuid,
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        /// JSON of the accepted items (P0).
        pub content: String,
        pub published: bool,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What everybody read of an office from a moment on. Rows are added and never changed.
pub mod result_revision {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "result_revision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub campaign: Uuid,
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        /// 0: as it was published.
        #[sea_orm(primary_key, auto_increment = false)]
        pub revision: i64,
        pub shown_from: i64,
        pub points: i64,
        /// Hundredths of a per cent.
        pub value: i64,
        pub class: String,
        pub passed: bool,
        pub verdicts: String,
        /// JSON of the accepted items (P0).
        pub content: String,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// A version of the questions.
pub mod instrument_edition {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "instrument_edition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// `2027-14`
        pub code: String,
        pub version: i64,
        pub state: String,
        /// The code of the version that it was made from.
        pub base: String,
        /// JSON of the questions (P0 once published).
        pub body: String,
        /// JSON: which item of the base each item carries on.
        pub carries: String,
        pub published_at: Option<i64>,
        pub changed_by: Option<Uuid>,
        pub changed_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What the system itself has said of an office on a day (P0).
pub mod live_figure {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "live_figure")]
    pub struct Model {
        /// Ten digits.
        #[sea_orm(primary_key, auto_increment = false)]
        pub office: i64,
        /// Days since 1970-01-01, in the zone of the regency.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub figure: String,
        /// `None`: nothing counted it yet.
        pub value: Option<i64>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Where a reviewer lives.
pub mod reviewer_home {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "reviewer_home")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account: Uuid,
        /// Ten digits.
        pub office: i64,
        pub since: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// What a photo is known by over the whole regency: for reviewers, who see when one is used twice.
pub mod photo_mark {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "photo_mark")]
    pub struct Model {
        /// The photo's.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Ten digits.
        pub office: i64,
        pub campaign: Uuid,
        pub item: String,
        /// Of its bytes as they came, under the key of the regency.
        pub digest: Vec<u8>,
        /// What it looks like.
        pub likeness: Vec<u8>,
        /// JSON: photos that look like it, as it was sent, and how much.
        pub alike: String,
        pub added_at: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

use sea_orm::{ColumnTrait, Condition};

use crate::server::db::{PublicEntity, RegencyEntity, ResidentsReach, TenantEntity, VersionedEntity, WideEntity};

impl TenantEntity for assessment::Entity {
    const OFFICE: assessment::Column = assessment::Column::OfficeId;
    const RESIDENTS: ResidentsReach<assessment::Column> = ResidentsReach::Nothing;
}

impl VersionedEntity for assessment::Entity {
    const ID: assessment::Column = assessment::Column::Id;
    const VERSION: assessment::Column = assessment::Column::Version;
    const CHANGED_BY: assessment::Column = assessment::Column::ChangedBy;
    const CHANGED_AT: assessment::Column = assessment::Column::ChangedAt;
}

impl RegencyEntity for assessment::Entity {}

impl WideEntity for campaign::Entity {}
impl WideEntity for seat::Entity {}
impl WideEntity for result::Entity {}
impl WideEntity for live_figure::Entity {}
impl WideEntity for reviewer_home::Entity {}
impl WideEntity for photo_mark::Entity {}
impl WideEntity for result_revision::Entity {}
impl WideEntity for instrument_edition::Entity {}

impl PublicEntity for campaign::Entity {
    fn published() -> Condition {
        Condition::all().add(campaign::Column::State.eq("published"))
    }
}

impl PublicEntity for seat::Entity {
    fn published() -> Condition {
        Condition::all().add(seat::Column::Published.eq(true))
    }
}

impl PublicEntity for result::Entity {
    fn published() -> Condition {
        Condition::all().add(result::Column::Published.eq(true))
    }
}

impl PublicEntity for result_revision::Entity {
    /// Nothing is written there that is not public.
    fn published() -> Condition {
        Condition::all()
    }
}

impl PublicEntity for instrument_edition::Entity {
    fn published() -> Condition {
        Condition::all().add(instrument_edition::Column::State.eq("published"))
    }
}

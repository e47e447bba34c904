use sea_orm::{Condition, EntityTrait};

/// A table whose every row belongs to one office. Its primary key begins with `office_id`.
///
/// ```ignore
/// impl TenantEntity for Entity {
///     const OFFICE: Column = Column::OfficeId;
///     const RESIDENTS: ResidentsReach<Column> = ResidentsReach::Own(Column::OwnerId);
/// }
/// ```
pub trait TenantEntity: EntityTrait {
    const OFFICE: Self::Column;
    /// What a resident (or nobody known) reaches of it. There is no default: every table decides.
    const RESIDENTS: ResidentsReach<Self::Column>;
}

/// What people who do not work at the office reach of one of its tables.
#[derive(Clone, Copy, Debug)]
pub enum ResidentsReach<C> {
    /// The rows in which this column is their account.
    Own(C),
    /// Every row of the office they name (its services, its opening hours).
    All,
    /// Nothing.
    Nothing,
}

/// A record that changes: compare-and-swap by version, and who changed it last.
pub trait VersionedEntity: TenantEntity {
    const ID: Self::Column;
    const VERSION: Self::Column;
    /// Nullable: nobody known may have made it.
    const CHANGED_BY: Self::Column;
    const CHANGED_AT: Self::Column;
}

/// A tenant table of which the regency and the kecamatan may see rows of their offices: figures and
/// compliance, never letters, never residents.
pub trait RegencyEntity: TenantEntity {}

/// A public projection: rows that anybody may see, of any office.
pub trait PublicEntity: EntityTrait {
    /// Which rows are published.
    fn published() -> Condition;
}

/// A table of the whole regency (accounts, sessions, memberships, geography): a short list, known to
/// the architecture test.
pub trait WideEntity: EntityTrait {}

use super::ActName;

impl ActName {
    /// Whether the course of an office's own staff teaches this: then the first time that each person of an office did
    /// it is kept with the record. A test of the course holds the two lists together.
    pub const fn is_taught(self) -> bool {
        matches!(
            self,
            Self::Claim
                | Self::Approve
                | Self::RequestFix
                | Self::Issue
                | Self::PrintSlip
                | Self::KeepProfile
                | Self::AddProduct
                | Self::LendCopy
                | Self::KeepAnswer
        )
    }
}

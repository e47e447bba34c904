use super::{Actor, Refusal};

/// What a policy says. What it does not name is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Allow,
    /// Allowed once the second factor has been shown again.
    StepUp,
    Deny,
}

impl Decision {
    pub const fn when(holds: bool) -> Self {
        if holds { Self::Allow } else { Self::Deny }
    }

    /// Asks for a fresh second factor before an allowed act.
    #[must_use]
    pub const fn with_step_up(self, actor: &Actor) -> Self {
        match self {
            Self::Allow if !actor.stepped_up() => Self::StepUp,
            other => other,
        }
    }

    /// # Errors
    /// `Forbidden`, or `StepUp` when only the second factor is missing.
    pub const fn permit(self) -> Result<(), Refusal> {
        match self {
            Self::Allow => Ok(()),
            Self::StepUp => Err(Refusal::StepUp),
            Self::Deny => Err(Refusal::Forbidden),
        }
    }
}

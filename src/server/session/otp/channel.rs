/// The way a code takes to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    WhatsApp,
    Sms,
    /// Printed at the counter, for who has neither credit nor signal.
    Slip,
}

impl Channel {
    pub const ALL: [Self; 3] = [Self::WhatsApp, Self::Sms, Self::Slip];

    pub const fn code(self) -> &'static str {
        match self {
            Self::WhatsApp => "wa",
            Self::Sms => "sms",
            Self::Slip => "slip",
        }
    }

    /// Whether something goes out to the phone.
    pub const fn sends(self) -> bool {
        !matches!(self, Self::Slip)
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

use super::{FailureWords, FormWords, LayoutWords, PortalWords, VillageWords};

pub const LAYOUT: LayoutWords = LayoutWords {
    skip: "Skip to the content",
    sign_in: "Sign in",
    account: "Account",
    services: "Services",
    saver: "Data saver",
    on: "On",
    off: "Off",
    other_language: "Bahasa Indonesia",
    loading: "Loading",
    owner: "Regency of Banyuwangi. Every service is free of charge.",
    main_menu: "Main",
    front: "Home",
    applications: "Applications",
};

pub const FORM: FormWords = FormWords {
    choose: "Choose",
    sending: "Sending…",
    day: "Day",
    month: "Month",
    year: "Year",
    kept: "Your answers stay here: come back and press the button again.",
    beside: "Open in a new tab",
};

pub const FAILURE: FailureWords = FailureWords {
    not_found_title: "Page not found",
    not_found: "There is nothing at this address, or it is not for your account. Please check it.",
    broken_title: "Something went wrong on our side",
    broken: "Please try again in a moment. What we have already received is safe.",
    incident: "Incident code:",
    home: "To the front page",
    offline_title: "No connection",
    offline: "Check the signal or the Wi-Fi, then open the page again. What we have received is safe.",
    too_large_title: "That was too much at once",
    too_large: "Make the photo smaller or shorten the answers, and send it again. Nothing was saved.",
    foreign_title: "This was not sent from one of our pages",
    foreign: "Open the page from here and send it again. Nothing was saved.",
};

pub const PORTAL: PortalWords = PortalWords {
    title: "Choose your village",
    description: "Letters of the village offices of Banyuwangi, from your phone. Free of charge.",
    promise: "Letters from your phone. Free.",
    search: "Name of a village or district",
    search_hint: "Example: Tamansari",
    search_button: "Search",
    kecamatan: "Kec.",
    none_found: "No office has that name",
    none_found_hint: "Check the spelling, or choose from the list of districts.",
    all_kecamatan: "All districts",
    offices: "offices",
    apply: "Apply for a letter",
    apply_hint: "Fill it in on your phone; the office does the rest",
    track: "Track an application",
    track_hint: "By its number",
    verify: "Check a letter",
    verify_hint: "Scan the QR code or type the code",
    market: "Products of the villages",
    market_hint: "Order straight from the seller",
    library: "Library",
    library_hint: "Borrow books, free of charge",
    training: "Trainings",
    training_hint: "Learn for free, with a certificate",
};

pub const VILLAGE: VillageWords = VillageWords {
    choose_title: "Choose the district",
    choose: "More than one office has this name. Choose the one on your identity card.",
    postcode: "Postcode",
    code: "Area code",
    kecamatan: "District",
    neighbours: "Other offices of this district",
    services: "Services",
};

use leptos::prelude::*;

/// Examples by their names.
pub type Examples = Vec<(&'static str, AnyView)>;

/// A chapter of the gallery.
pub struct Group {
    pub id: &'static str,
    pub title: &'static str,
    pub examples: Examples,
    pub width: Width,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// Two examples side by side, where there is room.
    Half,
    Whole,
    /// Across the whole window, as on the pages.
    Band,
}

impl Group {
    pub fn view(self) -> AnyView {
        let Self { id, title, examples, width } = self;
        if width == Width::Band {
            let bands = examples.into_iter().map(|(_, band)| band).collect_view();
            return view! { <section class="flow" id=id><div class="page"><h2>{title}</h2></div>{bands}</section> }.into_any();
        }
        let example = |(name, view): (&'static str, AnyView)| view! { <div class="flow"><h3>{name}</h3>{view}</div> };
        let examples = examples.into_iter().map(example).collect_view();
        let two = (width == Width::Half).then_some("");
        view! {
            <section class="page flow" id=id>
                <h2>{title}</h2>
                <div class="cols" data-two=two>{examples}</div>
            </section>
        }
        .into_any()
    }
}

use leptos::prelude::*;

use super::{Card, ListFigure, NoneFigure, PickFigure};
use crate::ui::{Icon, Way, mark_view};

pub fn list(figure: ListFigure) -> AnyView {
    let cards = if figure.cards.is_empty() { none_view(figure.none) } else { cards_view(figure.cards, figure.next) };
    let link = |Way { to, words }: Way| view! { <a class="link" href=to>{words}</a> }.into_any();
    view! {
        <form class="flow no-print" method="get" action=figure.to role="search">
            <details class="sheet" data-flush="">
                <summary class="row"><span class="in"><b>{figure.summary}</b></span><Icon name="chevron-down"/></summary>
                <div class="flow p-4">
                    <div class="cols" data-two="">{figure.picks.into_iter().map(pick_view).collect_view()}</div>
                    {figure.past.then(|| view! { <input type="hidden" name="lalu" value="ya"/> }.into_any())}
                    <button class="btn">{figure.show}</button>
                </div>
            </details>
        </form>
        {cards}
        <p class="links">{figure.ways.into_iter().map(link).collect_view()}</p>
    }
    .into_any()
}

fn pick_view(PickFigure { name, label, choices, chosen }: PickFigure) -> AnyView {
    let choice = |(code, name): (String, String)| {
        let here = code == chosen;
        view! { <option value=code selected=here>{name}</option> }.into_any()
    };
    let choices = choices.into_iter().map(choice).collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <span class="pick"><select class="box" id=name name=name>{choices}</select></span>
        </div>
    }
    .into_any()
}

fn cards_view(cards: Vec<Card>, next: Option<Way>) -> AnyView {
    let more = next.map(|Way { to, words }| view! { <a class="btn btn-second" href=to>{words}</a> }.into_any());
    view! {
        <div class="sheet" data-flush=""><ul class="rows">{cards.into_iter().map(card_view).collect_view()}</ul></div>
        {more}
    }
    .into_any()
}

fn card_view(card: Card) -> AnyView {
    view! {
        <li>
            <a class="row" href=card.to>
                <span class="in">
                    <b>{card.title}</b>
                    <small>{card.when}</small>
                    <small>{card.about}</small>
                    <small>{card.office}</small>
                    {mark_view(card.room)}
                </span>
                <Icon name="chevron-right"/>
            </a>
        </li>
    }
    .into_any()
}

fn none_view(none: NoneFigure) -> AnyView {
    let Way { to, words } = none.way;
    view! {
        <div class="empty" role="status">
            <img src="/gambar/kosong/belum-ada-pelatihan.svg" alt="" width="160" height="120"/>
            <b>{none.title}</b>
            <p>{none.hint}</p>
            <a class="btn" href=to>{words}</a>
        </div>
    }
    .into_any()
}

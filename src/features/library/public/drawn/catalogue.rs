use leptos::prelude::*;

use crate::features::catalogue::{ON_CARDS, picture_view};
use crate::features::library::public::figures::{BookCard, CatalogueFigure, ClubFigure, ClubMeeting};
use crate::ui::{Icon, NamedIcon, Way, finder_view, mark_view, none_view};

pub fn catalogue(figure: CatalogueFigure) -> AnyView {
    let books = if figure.books.is_empty() { none_view(figure.none) } else { books_view(figure.books, figure.next) };
    let all = figure.all.map(|Way { to, words }| view! { <p class="links"><a class="link" href=to>{words}</a></p> }.into_any());
    view! {
        {hours_view(figure.hours)}
        {finder_view(figure.finder)}
        {books}
        {figure.club.map(club_view)}
        {all}
    }
    .into_any()
}

fn hours_view(hours: Vec<String>) -> AnyView {
    if hours.is_empty() {
        return ().into_any();
    }
    let mut lines = hours.into_iter();
    let open = lines.next();
    let line = |said: String| view! { <p>{said}</p> }.into_any();
    view! {
        <div class="sheet">
            <ul class="items"><li><Icon name="clock"/><div><b>{open}</b>{lines.map(line).collect_view()}</div></li></ul>
        </div>
    }
    .into_any()
}

fn club_view(club: ClubFigure) -> AnyView {
    let meeting = |meeting: ClubMeeting| {
        view! {
            <li class="row"><span class="in"><b>{meeting.book}</b><small>{meeting.when}</small><small>{meeting.place}</small>{meeting.mark.map(mark_view)}</span></li>
        }
        .into_any()
    };
    let join = club.join.map(|Way { to, words }| view! { <p class="links"><a class="btn btn-second" href=to>{words}</a></p> }.into_any());
    view! {
        <section class="flow">
            <h2>{club.heading}</h2>
            <ul class="rows">{club.meetings.into_iter().map(meeting).collect_view()}</ul>
            {join}
        </section>
    }
    .into_any()
}

fn books_view(books: Vec<BookCard>, next: Option<Way>) -> AnyView {
    let more = next.map(|Way { to, words }| view! { <a class="btn btn-second" href=to>{words}</a> }.into_any());
    view! {
        <ul class="cards">{books.into_iter().map(card_view).collect_view()}</ul>
        {more}
    }
    .into_any()
}

fn card_view(book: BookCard) -> AnyView {
    let free = book.free;
    view! {
        <li>
            <a class="card" href=book.to>
                {picture_view(book.cover, ON_CARDS, false)}
                <div>
                    <span class="card-name"><b>{book.name}</b></span>
                    <small>{book.authors}</small>
                    <small>{book.age}</small>
                    <span class="say" data-who=free.who><NamedIcon name=free.icon/>{free.words}</span>
                    <span class="card-place"><span>{book.stands}</span></span>
                </div>
            </a>
        </li>
    }
    .into_any()
}
